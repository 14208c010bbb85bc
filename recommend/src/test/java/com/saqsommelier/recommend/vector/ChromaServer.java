package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Chroma 1.0 server, from where {@code scripts/install-test-tools} puts it. */
public final class ChromaServer implements AutoCloseable {

    private static final String BINDINGS = "chromadb-js-bindings-linux-x64-gnu";

    private final Process process;
    private final URI uri;

    private ChromaServer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts one. Skips the test where Chroma is not installed, and fails it there when {@code CI=true}. */
    public static ChromaServer start(Path directory) throws IOException {
        Path home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("saq-sommelier/chroma");
        boolean installed = Files.isDirectory(home.resolve("node_modules").resolve(BINDINGS));
        String message = "Chroma is not in " + home + "; scripts/install-test-tools installs it";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(message).isTrue();
        }
        assumeTrue(installed, () -> "skipped: " + message);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String script =
                "require('" + BINDINGS + "').cli(['chroma','run','--path',process.argv[1],'--port','" + port + "'])";
        Process process = new ProcessBuilder("node", "-e", script, directory.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("chroma.log").toFile())
                .start();
        ChromaServer server = new ChromaServer(process, URI.create("http://localhost:" + port));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest heartbeat = HttpRequest.newBuilder(server.uri.resolve("/api/v2/heartbeat"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> http.send(heartbeat, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        }
        return server;
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
