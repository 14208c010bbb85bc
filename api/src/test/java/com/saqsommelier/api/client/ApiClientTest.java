package com.saqsommelier.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.Problem.InvalidParameter;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.Sort;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client sends and how it understands answers, against a server that says exactly what a test wants. */
class ApiClientTest {

    private HttpServer server;
    private int status = 200;
    private String contentType = "application/json";
    private String body = "{\"products\":[],\"total\":0,\"page\":1,\"per_page\":20,\"pages\":0}";
    private @Nullable String asked;
    private @Nullable String key;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestURI().getRawPath()
                    + Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                            .map(query -> "?" + query)
                            .orElse("");
            key = exchange.getRequestHeaders().getFirst("X-API-Key");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_query_is_written_under_the_names_of_the_contract_and_nothing_that_is_not_set() {
        products("secret").list(ProductQuery.words("château & co"));

        assertThat(asked).isEqualTo("/api/v1/products?q=ch%C3%A2teau%20%26%20co");
        assertThat(key).isEqualTo("secret");
    }

    @Test
    void every_component_of_a_query_is_written() {
        products(null)
                .list(new ProductQuery(
                        "a",
                        List.of("b", "c"),
                        List.of("d"),
                        List.of("e"),
                        List.of("f"),
                        List.of("g"),
                        "h",
                        new BigDecimal("1.50"),
                        new BigDecimal("20"),
                        true,
                        List.of("23009"),
                        Sort.PRICE_DESC,
                        2,
                        50));

        assertThat(asked)
                .contains("q=a", "category=b&category=c", "color=d", "country=e", "region=f", "grape=g", "producer=h")
                .contains(
                        "min_price=1.50",
                        "max_price=20",
                        "available=true",
                        "in_store=23009",
                        "sort=price_desc",
                        "page=2",
                        "per_page=50");
        assertThat(key).isNull();
    }

    @Test
    void a_client_makes_its_proxies_once() {
        ApiClient client = client(null);

        assertThat(client.products()).isSameAs(client.products());
        assertThat(client.health()).isSameAs(client.health());
    }

    @Test
    void a_page_is_read_with_its_numbers() {
        body = "{\"products\":[],\"total\":41,\"page\":3,\"per_page\":20,\"pages\":3}";

        assertThat(products(null).list(ProductQuery.words("a"))).isEqualTo(ProductPage.of(List.of(), 41, 3, 20));
    }

    @Test
    void health_is_read_in_lower_case() {
        body = "{\"status\":\"up\",\"products\":7,\"problem\":null}";

        assertThat(client(null).health().health().getBody()).isEqualTo(new Health(Health.Status.UP, 7, null));
    }

    @Test
    void a_problem_comes_as_an_exception_that_holds_it() {
        status = 400;
        contentType = "application/problem+json";
        body = "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"no\","
                + "\"errors\":[{\"parameter\":\"page\",\"value\":\"0\",\"accepted\":\"from 1\"}]}";

        ApiException thrown =
                catchThrowableOfType(ApiException.class, () -> products(null).list(ProductQuery.words("a")));

        assertThat(thrown.hasStatus(400)).isTrue();
        assertThat(thrown).hasMessageContaining("Bad Request").hasMessageContaining("no");
        assertThat(thrown.problem().orElseThrow().errors())
                .containsExactly(new InvalidParameter("page", "0", "from 1"));
    }

    @Test
    void an_error_page_of_something_in_between_is_an_exception_with_its_status() {
        status = 502;
        contentType = "text/html";
        body = "<html>Bad gateway</html>";

        ApiException thrown =
                catchThrowableOfType(ApiException.class, () -> products(null).get("1867"));

        assertThat(thrown.hasStatus(502)).isTrue();
    }

    @Test
    void a_backend_that_is_not_there_is_an_exception_without_a_problem() {
        server.stop(0);

        ApiException thrown =
                catchThrowableOfType(ApiException.class, () -> products(null).get("1867"));

        assertThat(thrown.problem()).isEmpty();
        assertThat(thrown.hasStatus(503)).isFalse();
        assertThat(thrown).hasMessageContaining("did not answer");
    }

    private ProductsApi products(@Nullable String apiKey) {
        return client(apiKey).products();
    }

    private ApiClient client(@Nullable String apiKey) {
        return new ApiClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Optional.ofNullable(apiKey));
    }
}
