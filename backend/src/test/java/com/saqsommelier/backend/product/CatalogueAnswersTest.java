package com.saqsommelier.backend.product;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.FacetsView;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.Http;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facets, random, similar products, the table, ETags and kept answers. */
class CatalogueAnswersTest {

    private static final Database DATABASE = TestDatabase.fresh();
    private static final Products PRODUCTS = new Products(DATABASE);
    private static Backend backend;
    private static ProductsApi api;
    private static Http http;

    @BeforeAll
    static void start() {
        PRODUCTS.store(
                aRedWine().sku("101").named("Rouge du Nord").priced("12.00").reading());
        PRODUCTS.store(
                aRedWine().sku("102").named("Rouge du Sud").priced("24.50").reading());
        PRODUCTS.store(aRedWine()
                .sku("103")
                .named("=cmd|' /C calc'!A0")
                .priced("99.00")
                .reading());
        PRODUCTS.store(
                aRedWine().sku("104").named("Rouge disparu").priced("15.00").reading());
        PRODUCTS.delist(List.of("104"), READ_AT.plusSeconds(60));
        backend = Backend.start(new BackendSettings(0, Optional.empty()), DATABASE);
        api = new ApiClient(backend.baseUrl(), Optional.empty()).products();
        http = new Http(backend.baseUrl());
    }

    @AfterAll
    static void stop() {
        http.close();
        backend.close();
        DATABASE.close();
    }

    @Test
    void facets_have_the_form_of_the_contract() throws Exception {
        JsonNode facets = JsonMapper.shared()
                .readTree(http.get("/api/v1/products/facets?max_price=50").body());

        assertThat(facets.propertyNames())
                .containsExactlyInAnyOrder(
                        "total",
                        "categories",
                        "colors",
                        "countries",
                        "regions",
                        "grapes",
                        "taste_tags",
                        "features",
                        "sizes",
                        "price");
        assertThat(facets.path("total").asInt()).isEqualTo(2);
        assertThat(facets.at("/countries/0").toString()).isEqualTo("{\"value\":\"France\",\"count\":2}");
        assertThat(facets.at("/grapes").findValuesAsString("value")).contains("Merlot");
        assertThat(facets.at("/price/min").decimalValue()).isEqualByComparingTo("12.00");
        assertThat(facets.at("/price/max").decimalValue()).isEqualByComparingTo("99.00");
        assertThat(facets.at("/price/histogram").findValuesAsString("count")).contains("1");
        assertThat(facets.at("/regions/0").propertyNames()).containsExactly("value", "count", "country", "parent");
    }

    @Test
    void the_client_reads_facets_of_words_and_filters() {
        FacetsView facets = api.facets(ProductQuery.words("sud"));

        assertThat(facets.total()).isEqualTo(1);
        assertThat(facets.price().min()).isEqualByComparingTo(new BigDecimal("24.50"));
    }

    @Test
    void random_gives_each_match_sooner_or_later_and_no_delisted_one() {
        ProductQuery rouge = ProductQuery.words("rouge");

        List<String> drawn = IntStream.range(0, 64)
                .mapToObj(draw -> api.random(rouge).sku())
                .distinct()
                .toList();

        // One of two was never drawn in 64: less likely than one in 10^18.
        assertThat(drawn).containsAnyOf("101", "102").doesNotContain("104").hasSizeGreaterThan(1);
    }

    @Test
    void random_of_nothing_is_a_404() throws Exception {
        HttpResponse<String> response = http.get("/api/v1/products/random?country=Atlantis");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems#not-found", "No product matches");
    }

    @Test
    void similar_products_are_others_and_those_of_a_delisted_one_are_shown_too() {
        assertThat(api.similar("101", null).products())
                .extracting(ProductView::sku)
                .contains("102")
                .doesNotContain("101", "104");
        assertThat(api.similar("104", 1).products()).hasSize(1);
    }

    @Test
    void a_delisted_product_is_shown_as_such_and_stands_in_no_list() {
        assertThat(api.get("104").delistedAt()).isEqualTo(READ_AT.plusSeconds(60));
        assertThat(api.list(ProductQuery.words("disparu")).products())
                .extracting(ProductView::sku)
                .doesNotContain("104");
    }

    @Test
    void a_region_with_a_comma_is_one_region() throws Exception {
        assertThat(http.get("/api/v1/products?region=Bordeaux,%20Nowhere").body())
                .contains("\"total\":0");
        assertThat(http.get("/api/v1/products?region=Bordeaux&region=Nowhere").body())
                .contains("\"total\":3");
    }

    @Test
    void the_table_has_all_matches_in_order_and_no_formulas() throws Exception {
        HttpResponse<String> table = http.get("/api/v1/products.csv?sort=price_desc");

        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"products.csv\"");
        List<String> lines = table.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("\uFEFFsku,name,category");
        assertThat(lines.get(1)).startsWith("103,'=cmd");
        assertThat(lines.get(2)).startsWith("102,Rouge du Sud,").contains("Merlot 65 %", ",24.50,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products/facets?page=2",
                "/api/v1/products/random?sort=name",
                "/api/v1/products.csv?per_page=5"
            })
    void an_order_or_a_page_of_what_has_none_is_refused(String path) throws Exception {
        HttpResponse<String> response = http.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("one of available, category, color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products/101", "/api/v1/products/facets", "/api/v1/products?q=rouge"})
    void who_has_an_answer_already_gets_304_until_it_changes(String path) throws Exception {
        HttpResponse<String> first = http.get(path);
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = http.get(path, "If-None-Match", etag);
        HttpResponse<String> other = http.get(path, "If-None-Match", "W/\"other\"");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(etag);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void long_answers_are_sent_compressed_to_who_takes_that() throws Exception {
        HttpResponse<byte[]> response = http.bytes("/api/v1/products", "Accept-Encoding", "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.body()).startsWith(0x1f, 0x8b);
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void a_kept_answer_counts_in_the_metrics_under_its_path() throws Exception {
        http.get("/api/v1/products?q=mesure");
        http.get("/api/v1/products?q=mesure");

        assertThat(http.get("/actuator/prometheus").body())
                .contains("uri=\"/api/v1/products\"", "sommelier_index_products", "sommelier_index_age_seconds")
                .doesNotContainPattern("requests_seconds_count[^\\n]*uri=\"UNKNOWN\"");
        assertThat(http.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_does_not_take_json_is_told_so() throws Exception {
        http.get("/api/v1/products?q=accept");

        assertThat(http.get("/api/v1/products?q=accept", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void a_word_that_no_product_has_is_said_in_the_page() throws Exception {
        JsonNode page = JsonMapper.shared()
                .readTree(http.get("/api/v1/products?q=merlot%20xyzzy").body());
        assertThat(page.at("/interpretation/ignored/0").asString()).isEqualTo("xyzzy");

        JsonNode exact = JsonMapper.shared()
                .readTree(http.get("/api/v1/products?q=merlot").body());
        assertThat(exact.path("interpretation").isNull()).isTrue();
    }

    @Test
    void sizes_and_taste_tags_narrow_a_list() throws Exception {
        JsonNode all = JsonMapper.shared().readTree(http.get("/api/v1/products").body());
        JsonNode small = JsonMapper.shared()
                .readTree(http.get("/api/v1/products?max_size_ml=100").body());
        JsonNode unknown = JsonMapper.shared()
                .readTree(http.get("/api/v1/products?taste_tag=Atlantide").body());

        assertThat(all.path("total").asInt()).isPositive();
        assertThat(small.path("total").asInt()).isZero();
        assertThat(unknown.path("total").asInt()).isZero();
        assertThat(http.get("/api/v1/products?min_size_ml=2&max_size_ml=1").statusCode())
                .isEqualTo(400);
    }
}
