package com.saqsommelier.backend;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.GrapeView;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.Problem.InvalidParameter;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.Sort;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Isolated("measures how soon a change is found")
class BackendTest {

    private static final Database DATABASE = TestDatabase.fresh();
    private static final Products PRODUCTS = new Products(DATABASE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Backend backend;
    private static ProductsApi api;

    @BeforeAll
    static void start() {
        PRODUCTS.store(aRedWine()
                .sku("1867")
                .named("Château Margaux")
                .priced("1624.70")
                .reading());
        PRODUCTS.store(aRedWine()
                .sku("22")
                .named("Gewürztraminer & <b>")
                .priced("19.95")
                .available(false)
                .reading());
        PRODUCTS.store(aProductNamed("Cidre de glace").sku("333").reading());
        backend = Backend.start(new BackendSettings(0, Optional.empty()), DATABASE);
        api = new ApiClient(backend.baseUrl(), Optional.empty()).products();
    }

    @AfterAll
    static void stop() {
        backend.close();
        DATABASE.close();
        HTTP.close();
    }

    @Test
    void the_client_finds_by_words_what_the_server_lists() {
        ProductPage page = api.list(ProductQuery.words("chateau margaux"));

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.products()).extracting(ProductView::name).containsExactly("Château Margaux");
    }

    @Test
    void every_parameter_of_the_query_reaches_the_server() {
        ProductQuery query = new ProductQuery(
                "chateau",
                List.of("Vin rouge", "Vin blanc"),
                List.of("rouge"),
                List.of("France"),
                List.of("Bordeaux"),
                List.of("Merlot"),
                "Domaines Sample",
                new BigDecimal("1000"),
                new BigDecimal("2000.50"),
                true,
                null,
                Sort.PRICE_ASC,
                1,
                5);

        ProductPage page = api.list(query);

        assertThat(page.products()).extracting(ProductView::sku).containsExactly("1867");
        assertThat(page.perPage()).isEqualTo(5);
    }

    @Test
    void a_product_shows_all_that_is_known_and_nothing_that_belongs_to_saq() throws Exception {
        ProductView product = api.get("1867");

        assertThat(product.grapes()).contains(new GrapeView("Merlot", new BigDecimal("65")));
        assertThat(product.alcoholPercent()).isEqualTo(new BigDecimal("13.5"));
        assertThat(product.sizeMl()).isEqualTo(750);
        assertThat(product.vintage()).isEqualTo(2019);
        assertThat(product.firstSeenAt()).isEqualTo(READ_AT);
        HttpResponse<String> raw = get("/api/v1/products/1867");
        assertThat(raw.body())
                .contains("\"price\":1624.70", "\"first_seen_at\":\"2026-03-02T08:00:00Z\"", "\"delisted_at\":null")
                .doesNotContain("Format : 750 ml", "sample.png", "magento");
    }

    @Test
    void what_is_unknown_is_null() throws Exception {
        JsonNode cider =
                JsonMapper.shared().readTree(get("/api/v1/products/333").body());

        assertThat(cider.path("price").isNull()).isTrue();
        assertThat(cider.path("available").isNull()).isTrue();
        assertThat(cider.path("grapes").isArray()).isTrue();
        assertThat(cider.path("categories").isEmpty()).isTrue();
    }

    @Test
    void pages_hold_what_the_contract_says() {
        ProductPage second = api.list(
                new ProductQuery(null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                        .at(2, 2));

        assertThat(second.total()).isEqualTo(3);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.page()).isEqualTo(2);
        assertThat(second.products()).extracting(ProductView::name).containsExactly("Gewürztraminer & <b>");
    }

    @Test
    void a_change_in_the_database_is_found_within_two_seconds() {
        PRODUCTS.store(aRedWine().sku("4444").named("Nouveauté fraîche").reading());

        await().atMost(Duration.ofSeconds(2))
                .until(() -> api.list(ProductQuery.words("nouveaute fraiche")).total() == 1);

        PRODUCTS.delist(List.of("4444"), READ_AT.plusSeconds(60));
        await().atMost(Duration.ofSeconds(2))
                .until(() -> api.list(ProductQuery.words("nouveaute fraiche")).total() == 0);
        assertThat(api.get("4444").delistedAt()).isEqualTo(READ_AT.plusSeconds(60));
    }

    @Test
    void an_unknown_sku_is_a_404_that_names_it() {
        ApiException thrown = catchThrowableOfType(ApiException.class, () -> api.get("99999999"));

        assertThat(thrown.hasStatus(404)).isTrue();
        assertThat(thrown).hasMessageContaining("99999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per_page=0            | per_page  | 0      | a whole number from 1 to 100",
                "per_page=101          | per_page  | 101    | a whole number from 1 to 100",
                "per_page=many         | per_page  | many   | a whole number",
                "page=0                | page      | 0      | a whole number from 1",
                "page=1e9              | page      | 1e9    | a whole number",
                "sort=cheapest         | sort      | cheapest | one of relevance, recent, new, price_asc, price_desc, rating, name",
                "q=                    | q         | ''     | 1 to 200 characters",
                "min_price=-1          | min_price | -1     | a number from 0",
                "max_price=cheap       | max_price | cheap  | a number, as 24.95",
                "available=perhaps     | available | perhaps | true or false",
                "page=1&page=2         | page      | 1, 2   | one value",
                "page=501&per_page=20  | page      | 501    | page × per_page is at most 10000",
                "colour=red            | colour    | red    | one of available, category, color",
            })
    void a_bad_parameter_is_named_with_its_value_and_what_is_accepted(
            String query, String parameter, String value, String accepted) throws Exception {
        HttpResponse<String> response = get("/api/v1/products?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode error = JsonMapper.shared().readTree(response.body()).at("/errors/0");
        assertThat(error.path("parameter").asString()).isEqualTo(parameter);
        assertThat(error.path("value").asString()).isEqualTo(value);
        assertThat(error.path("accepted").asString()).startsWith(accepted);
    }

    @Test
    void a_query_of_201_characters_is_refused_and_of_200_is_not() {
        ApiException thrown =
                catchThrowableOfType(ApiException.class, () -> api.list(ProductQuery.words("x".repeat(201))));

        assertThat(thrown.hasStatus(400)).isTrue();
        assertThat(thrown.problem().orElseThrow().errors())
                .containsExactly(new InvalidParameter("q", "x".repeat(201), "1 to 200 characters"));
        assertThat(api.list(ProductQuery.words("x".repeat(200))).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "*",
                "%22",
                "%5C",
                "AND%20OR%20NOT",
                "a%00b",
                "((",
                "%F0%9F%8D%B7",
                "%D7%99%D7%99%D7%9F",
                "q:*%5E2~"
            })
    void a_query_of_signs_and_strange_letters_is_answered(String q) throws Exception {
        assertThat(get("/api/v1/products?q=" + q).statusCode()).isEqualTo(200);
    }

    @Test
    void errors_outside_the_contract_are_problems_too() throws Exception {
        assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> wrongMethod = HTTP.send(
                HttpRequest.newBuilder(backend.baseUrl().resolve("/api/v1/products"))
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.body()).contains("\"status\":405");
    }

    @Test
    void health_is_up_and_counts_the_products() {
        ApiClient anybody = new ApiClient(backend.baseUrl(), Optional.empty());

        // The snapshot of health is renewed every few seconds; a test before this one may have added a product for a
        // while.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(anybody.health().health().getBody())
                        .isEqualTo(new Health(Health.Status.UP, 3, null)));
    }

    @Test
    void health_is_down_and_says_why_when_the_database_is_gone() throws Exception {
        Database lost = TestDatabase.fresh();
        try (Backend alone = Backend.start(new BackendSettings(0, Optional.empty()), lost)) {
            lost.close();

            HttpResponse<String> health = HTTP.send(
                    HttpRequest.newBuilder(alone.baseUrl().resolve("/health")).build(), BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\":\"down\"", "SOMMELIER_DATABASE_URL");
        }
    }

    @Test
    void with_a_key_the_api_wants_it_and_health_does_not() {
        try (Backend locked = Backend.start(new BackendSettings(0, Optional.of("secret")), DATABASE)) {
            URI url = locked.baseUrl();
            assertThat(new ApiClient(url, Optional.of("secret"))
                            .products()
                            .get("22")
                            .sku())
                    .isEqualTo("22");
            assertThatThrownBy(() ->
                            new ApiClient(url, Optional.empty()).products().get("22"))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("401")
                    .hasMessageContaining("X-API-Key");
            assertThatThrownBy(() ->
                            new ApiClient(url, Optional.of("Secret")).products().get("22"))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("401");
            assertThat(new ApiClient(url, Optional.empty())
                            .health()
                            .health()
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_openapi_page_describes_the_contract() throws Exception {
        JsonNode description = JsonMapper.shared().readTree(get("/v3/api-docs").body());

        JsonNode list = description.at("/paths/~1api~1v1~1products/get");
        assertThat(list.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .contains("q", "min_price", "max_price", "per_page", "sort", "category");
        assertThat(description.at("/paths/~1api~1v1~1products~1{sku}/get").isMissingNode())
                .isFalse();
        assertThat(description.at("/paths/~1health/get").isMissingNode()).isFalse();
        assertThat(description
                        .at("/components/schemas/Product/properties/first_seen_at")
                        .isMissingNode())
                .isFalse();
        HttpResponse<String> page = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(backend.baseUrl().resolve("/docs")).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
    }

    @Test
    void a_port_in_use_is_named() {
        int taken = backend.baseUrl().getPort();

        assertThatThrownBy(() -> Backend.start(new BackendSettings(taken, Optional.empty()), DATABASE))
                .isInstanceOf(BackendStartException.class)
                .hasMessageContaining(Integer.toString(taken))
                .hasMessageContaining("SOMMELIER_BACKEND_PORT");
    }

    @Test
    void a_backend_that_is_not_there_is_an_error_that_says_so() {
        ApiClient nobody = new ApiClient(URI.create("http://127.0.0.1:1"), Optional.empty());

        ApiException thrown =
                catchThrowableOfType(ApiException.class, () -> nobody.products().get("22"));

        assertThat(thrown.problem()).isEmpty();
        assertThat(thrown).hasMessageContaining("http://127.0.0.1:1").hasMessageContaining("running");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(backend.baseUrl() + path)).build(), BodyHandlers.ofString());
    }
}
