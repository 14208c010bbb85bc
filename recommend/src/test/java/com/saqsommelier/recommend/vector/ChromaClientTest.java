package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server in the place of Chroma, or in front of it, that does not answer as Chroma does. */
class ChromaClientTest {

    private static final EmbeddingModelName MODEL = new EmbeddingModelName("kit", 8);

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private int status = 200;
    private String body = "{}";

    ChromaClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            tokens.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            tokens.addAll(exchange.getRequestHeaders().getOrDefault("X-Chroma-Token", List.of()));
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "401 | {\"error\":\"Unauthorized\"} | SOMMELIER_CHROMA_TOKEN",
                "403 | no | SOMMELIER_CHROMA_TOKEN",
                "404 | <html>nothing here</html> | another path",
                "503 | later | does not reach it",
                "500 | sorry | own log",
                "200 | <html></html> | no JSON",
                "200 | {} | names no collection",
                "200 | [1] | names no collection"
            })
    void each_way_of_not_being_chroma_has_its_own_words(int answered, String with, String words) {
        status = answered;
        body = with;

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("not running");
    }

    @Test
    void a_refused_token_is_told_and_never_shown() {
        status = 401;

        assertThatThrownBy(() -> open(Optional.of("s3cret")))
                .hasMessageContaining("does not accept the token")
                .hasMessageNotContaining("s3cret");
        assertThat(tokens).containsExactlyInAnyOrder("Bearer s3cret", "s3cret");
        assertThat(new ChromaSettings(address(), Optional.of("s3cret")).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void the_path_of_a_proxy_is_kept() {
        assertThatThrownBy(() -> open(Optional.empty())).isInstanceOf(UncheckedIOException.class);

        assertThat(requests).first().asString().startsWith("/chroma/api/v2/tenants/");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/chroma");
    }

    private void open(Optional<String> token) {
        new ChromaVectorIndex(new ChromaSettings(address(), token), "kit", MODEL).close();
    }
}
