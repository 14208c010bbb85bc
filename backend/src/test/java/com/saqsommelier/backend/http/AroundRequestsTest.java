package com.saqsommelier.backend.http;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.Http;
import com.saqsommelier.backend.Listener;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every path: ids, limits, sites, problems. */
class AroundRequestsTest {

    private static final Database DATABASE = TestDatabase.fresh();
    private static final String SITE = "https://cave.example";
    private static Backend backend;
    private static Http http;

    @BeforeAll
    static void start() {
        new Products(DATABASE).store(aRedWine().sku("101").reading());
        backend = Backend.start(new BackendSettings(0, Optional.of("secret"), true).forSites(List.of(SITE)), DATABASE);
        http = new Http(backend.baseUrl());
    }

    @AfterAll
    static void stop() {
        http.close();
        backend.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products", "/api/v1/nothing", "/api/v1/watches", "/health"})
    void the_caller_s_id_of_a_request_comes_back(String path) throws Exception {
        assertThat(http.get(path, "X-Request-Id", "abc-123").headers().firstValue("X-Request-Id"))
                .hasValue("abc-123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "<script>", "é"})
    void an_id_that_does_not_fit_is_replaced(String id) throws Exception {
        Optional<String> given =
                http.get("/health", "X-Request-Id", id).headers().firstValue("X-Request-Id");

        assertThat(given).isPresent().get().isNotEqualTo(id);
    }

    @Test
    void an_address_without_the_key_has_its_own_limit_and_is_told_when_to_come_back() throws Exception {
        try (Backend strict = Backend.start(
                        new BackendSettings(0, Optional.of("secret"), true).limitedTo(new RequestLimits(2, 100)),
                        DATABASE);
                Http caller = new Http(strict.baseUrl())) {
            HttpResponse<String> first = caller.get("/api/v1/products");
            caller.get("/api/v1/products/101");
            HttpResponse<String> third = caller.get("/api/v1/products");

            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=2;w=60");
            assertThat(first.headers().firstValue("RateLimit"))
                    .hasValueSatisfying(left -> assertThat(left).startsWith("\"address\";r=1;t="));
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
            assertThat(third.body()).contains("/problems#too-many-requests");
            assertThat(caller.get("/api/v1/products", "X-API-Key", "secret").statusCode())
                    .isEqualTo(200);
            assertThat(caller.get("/api/v1/products", "X-API-Key", "guess").statusCode())
                    .isEqualTo(429);
            assertThat(caller.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void behind_a_trusted_proxy_each_caller_has_a_limit_of_its_own() throws Exception {
        BackendSettings limited = new BackendSettings(0, Optional.empty()).limitedTo(new RequestLimits(1, 1));
        try (Backend strict = Backend.start(
                        limited.listeningAt(new Listener(Listener.LOOPBACK, 0, List.of("10.0.0.0/8", "127.0.0.1"))),
                        DATABASE);
                Http proxy = new Http(strict.baseUrl())) {
            proxy.get("/api/v1/products", "X-Forwarded-For", "203.0.113.7");

            assertThat(proxy.get("/api/v1/products", "X-Forwarded-For", "203.0.113.8")
                            .statusCode())
                    .isEqualTo(200);
            // The proxy appends the address it saw to what the caller had sent.
            assertThat(proxy.get("/api/v1/products", "X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void a_caller_without_a_trusted_proxy_does_not_choose_whose_limit_counts() throws Exception {
        try (Backend strict = Backend.start(
                        new BackendSettings(0, Optional.empty()).limitedTo(new RequestLimits(1, 1)), DATABASE);
                Http caller = new Http(strict.baseUrl())) {
            caller.get("/api/v1/products", "X-Forwarded-For", "203.0.113.7");

            assertThat(caller.get("/api/v1/products", "X-Forwarded-For", "203.0.113.8")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void pages_of_listed_sites_may_call_and_those_of_others_may_not() throws Exception {
        HttpResponse<String> listed = http.ask(
                "OPTIONS",
                "/api/v1/watches",
                "Origin",
                SITE,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-api-key");
        HttpResponse<String> other = http.get("/api/v1/products", "Origin", "https://other.example");

        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SITE);
        assertThat(http.get("/api/v1/products", "Origin", SITE).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(SITE);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.body()).contains("/problems#foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products?per_page=0",
                "/api/v1/products/99999999",
                "/api/v1/products/%00",
                "/api/v1/nothing",
                "/api/v1/watches?user_id=tg:1",
                "/nothing"
            })
    void the_type_of_a_problem_leads_to_a_section_of_a_page(String path) throws Exception {
        HttpResponse<String> response = http.get(path);

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        String anchor = response.body().replaceFirst(".*\"type\":\"/problems#([a-z-]+)\".*", "$1");
        assertThat(http.get("/problems").body()).contains("<h2 id=\"" + anchor + "\">");
    }

    @Test
    void each_kind_of_problem_has_its_section() throws Exception {
        String page = http.get("/problems").body();

        assertThat(Stream.of(ProblemKind.values()))
                .allSatisfy(kind -> assertThat(page).contains("<h2 id=\"" + kind.anchor() + "\">" + kind.title()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/products?q=% HTTP/1.1",
                "GET /api/v1/products?q=%zz HTTP/1.1",
                "GET /api/v1/products?q=\"wine\" HTTP/1.1",
                "GET /api/v1/products?q=château HTTP/1.1",
                "GET /api/v1/products/%2e%2e/%2fx HTTP/1.1",
                "GET /api/v1/../../etc/passwd HTTP/1.1",
                "BREW /api/v1/products HTTP/1.1",
                "nonsense",
            })
    void what_is_not_http_is_refused_with_a_problem(String line) throws Exception {
        String answer = raw(line);

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        assertThat(answer).contains("application/problem+json", "/problems#");
    }

    @Test
    void the_contract_is_described_with_examples_and_problems() throws Exception {
        var description = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(http.get("/v3/api-docs").body());

        var list = description.at("/paths/~1api~1v1~1products/get");
        assertThat(list.path("parameters").valueStream().map(one -> one.path("example")))
                .isNotEmpty()
                .noneMatch(tools.jackson.databind.JsonNode::isMissingNode);
        assertThat(list.path("responses").propertyNames()).contains("200", "400", "401", "429", "503");
        assertThat(description
                        .at("/paths/~1api~1v1~1products~1facets/get/parameters")
                        .findValuesAsString("name"))
                .contains("q", "grape")
                .doesNotContain("page", "sort");
        assertThat(description
                        .at("/components/schemas/Product/properties/price/example")
                        .isMissingNode())
                .isFalse();
        assertThat(description.at("/components/schemas/Problem/properties/type").isMissingNode())
                .isFalse();
    }

    private static String raw(String line) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), backend.baseUrl().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
