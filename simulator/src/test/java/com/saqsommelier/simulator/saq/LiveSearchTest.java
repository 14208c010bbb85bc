package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveSearchTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String QUERY = """
            query Products($phrase: String!, $size: Int, $page: Int, $filter: [SearchClauseInput!]) {
              productSearch(phrase: $phrase, page_size: $size, current_page: $page, filter: $filter) {
                total_count
                page_info { current_page page_size total_pages }
                items { productView { __typename sku name inStock description attributes { name label value }
                    ... on SimpleProductView { price { final { amount { value currency } } } } } }
                facets { title attribute type buckets { title __typename
                    ... on ScalarBucket { id count }
                    ... on RangeBucket { from to count }
                    ... on StatsBucket { min max } } }
              }
            }
            """;

    private final LivingCatalogue world =
            new LivingCatalogue(new GeneratedCatalogue(7, 12_000), 5, Instant.parse("2026-03-02T12:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private SaqSimulator site;

    @BeforeEach
    void start() throws IOException {
        site = SaqSimulator.start(0, world);
    }

    @AfterEach
    void stop() {
        client.close();
        site.close();
    }

    @Test
    void a_page_of_products_says_what_the_pages_and_the_stores_say() throws Exception {
        JsonNode search = search(500, 3);
        assertThat(search.path("total_count").asInt()).isEqualTo(12_000);
        assertThat(search.path("page_info").path("total_pages").asInt()).isEqualTo(24);
        assertThat(search.path("items")).hasSize(500);
        for (int at = 0; at < 500; at++) {
            JsonNode view = search.path("items").path(at).path("productView");
            SaqProduct product = world.product(1_000 + at);
            Map<String, JsonNode> attributes = attributes(view);
            assertThat(view.path("sku").asString()).isEqualTo(product.sku());
            assertThat(view.path("name").asString()).isEqualTo(product.name().fr());
            assertThat(view.path("description").asString()).isEmpty();
            assertThat(view.path("price").isNull()).isTrue();
            assertThat(view.path("inStock").asBoolean())
                    .isEqualTo(product.stock().isOnline());
            assertThat(values(attributes.get("store_availability_list")))
                    .isEqualTo(world.storeQuantities(product.sku()).keySet());
            Set<String> where = new HashSet<>();
            if (product.stock().isOnline()) {
                where.add("En ligne");
            }
            if (product.stock().inStores()) {
                where.add("En succursale");
            }
            assertThat(values(attributes.get("availability_front"))).isEqualTo(where);
            assertThat(Objects.requireNonNull(attributes.get("pays_origine")).asString())
                    .isEqualTo(country(product));
        }
    }

    @Test
    void values_come_as_strings_and_as_lists_and_strengths_with_six_decimals() throws Exception {
        List<JsonNode> views = views(search(500, 1));
        for (String name : List.of("availability_front", "store_availability_list", "cepage")) {
            List<JsonNode> values = views.stream()
                    .map(LiveSearchTest::attributes)
                    .filter(all -> all.containsKey(name))
                    .map(all -> all.get(name))
                    .toList();
            assertThat(values).as(name).anyMatch(JsonNode::isString).anyMatch(JsonNode::isArray);
        }
        assertThat(views.stream()
                        .flatMap(view -> attributes(view).entrySet().stream())
                        .filter(attribute -> attribute.getKey().equals("pourcentage_alcool_par_volume"))
                        .map(attribute -> attribute.getValue().asString()))
                .isNotEmpty()
                .allMatch(strength -> strength.matches("\\d+\\.\\d{6}"));
        Set<String> names = new HashSet<>();
        views.forEach(view -> names.addAll(attributes(view).keySet()));
        assertThat(names).contains("pastille_gout", "millesime_produit", "portrait_corps", "portrait_arome");
    }

    @Test
    void a_wrong_key_is_forbidden_as_adobe_says_it() throws Exception {
        HttpResponse<String> wrong = post(body(1, 1, List.of()), Map.of("x-api-key", "other"));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("\"Client ID is invalid\"", "\"403003\"");
        assertThat(post(body(1, 1, List.of()), Map.of("x-api-key", "")).statusCode())
                .isEqualTo(403);
        assertThat(post(body(1, 1, List.of()), Map.of("Magento-Environment-Id", "x"))
                        .statusCode())
                .isEqualTo(403);
        for (String scope : List.of("Magento-Website-Code", "Magento-Store-Code", "Magento-Store-View-Code")) {
            HttpResponse<String> answer = post(body(1, 1, List.of()), Map.of(scope, "other"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(scope);
        }
    }

    @Test
    void key_and_environment_can_be_chosen() throws Exception {
        try (SaqSimulator other = SaqSimulator.start(
                0, world, new SaqSimulator.Options(false, false, new LiveSearchAccess("mine", "here")))) {
            assertThat(post(other.baseUrl(), body(1, 1, List.of()), Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(post(
                                    other.baseUrl(),
                                    body(1, 1, List.of()),
                                    Map.of("x-api-key", "mine", "Magento-Environment-Id", "here"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_goes_beyond_the_limits_is_an_error_with_status_200() throws Exception {
        assertThat(error(501, 1, List.of())).contains("page_size must be between 1 and 500");
        assertThat(error(0, 1, List.of())).contains("page_size");
        assertThat(error(500, 0, List.of())).contains("current_page must be 1");
        assertThat(error(500, 21, List.of())).contains("beyond the first 10000");
        assertThat(error(400, 3, List.of(price(0, 10)))).contains("greater than the number of pages");
        assertThat(views(search(500, 20))).hasSize(500);
    }

    @Test
    void malformed_and_unknown_queries_are_refused_as_a_real_server_would() throws Exception {
        for (String query : List.of(
                "{ productSearch(phrase: \"\") { total_count ",
                "{ productSearch { total_count } }",
                "{ productSearch(phrase: \"\") { total } }",
                "{ productSearch(phrase: \"\", page_size: \"many\") { total_count } }",
                "{ productSearch(phrase: \"\", filter: [{eq: \"x\"}]) { total_count } }",
                "{ productSearch(phrase: \"\") { facets { buckets { count } } } }")) {
            HttpResponse<String> answer = post(MAPPER.writeValueAsString(Map.of("query", query)), Map.of());
            assertThat(answer.statusCode()).as(query).isEqualTo(200);
            assertThat(MAPPER.readTree(answer.body()).path("errors")).as(query).isNotEmpty();
            assertThat(MAPPER.readTree(answer.body()).path("data").isObject())
                    .as(query)
                    .isFalse();
        }
        assertThat(post("{", Map.of()).statusCode()).isEqualTo(400);
        assertThat(post("{}", Map.of()).statusCode()).isEqualTo(400);
        try (Visitor visitor = new Visitor(site)) {
            assertThat(visitor.get("/graphql").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void filters_narrow_by_category_country_price_and_sku() throws Exception {
        long reds = count(product -> product.category().name().fr().equals("Vin rouge"));
        assertThat(total(List.of(eq("categories", "produits/vin/vin-rouge")))).isEqualTo(reds);
        long cheap = count(product -> product.price().orElseThrow().doubleValue() >= 15
                && product.price().orElseThrow().doubleValue() < 20
                && List.of("France", "Italie").contains(country(product)));
        assertThat(total(List.of(price(15, 20), in("pays_origine", "France", "Italie"))))
                .isEqualTo(cheap)
                .isPositive();
        List<String> two = List.of(world.product(5).sku(), world.product(50).sku());
        assertThat(total(List.of(Map.of("attribute", "sku", "in", two)))).isEqualTo(2);
        assertThat(total(List.of(eq("visibility", "Catalog, Search")))).isEqualTo(12_000);
        assertThat(total(List.of(eq("no_such_attribute", "x")))).isZero();
        assertThat(error(10, 1, List.of(eq("cepage", "Merlot")))).contains("cepage is not filterable");
        assertThat(error(10, 1, List.of(eq("price", "12")))).contains("price takes range");
        assertThat(error(10, 1, List.of(Map.of("attribute", "pays_origine")))).contains("takes eq or in");
    }

    @Test
    void a_phrase_finds_names_and_skus_and_results_can_be_sorted() throws Exception {
        assertThat(views(search("château", 500, 1, List.of())))
                .isNotEmpty()
                .allMatch(view ->
                        view.path("name").asString().toLowerCase(Locale.ROOT).contains("château"));
        String sku = world.product(9).sku();
        assertThat(views(search(sku, 10, 1, List.of())))
                .extracting(view -> view.path("sku").asString())
                .contains(sku);
        JsonNode sorted = data(post(MAPPER.writeValueAsString(Map.of("query", """
                        { productSearch(phrase: "", page_size: 3, sort: [{attribute: "price", direction: DESC},
                          {attribute: "name", direction: ASC}]) { items { productView { sku } } } }""")), Map.of()));
        SaqProduct dearest =
                world.bySku(views(sorted).getFirst().path("sku").asString()).orElseThrow();
        assertThat(count(product ->
                        product.price().orElseThrow().compareTo(dearest.price().orElseThrow()) > 0))
                .isZero();
        assertThat(post(MAPPER.writeValueAsString(Map.of("query", """
                        { productSearch(phrase: "", sort: [{attribute: "cepage", direction: ASC}]) { total_count } }""")), Map.of())
                        .body())
                .contains("cepage is not sortable");
    }

    @Test
    void by_facets_a_client_can_read_more_than_can_be_paged_and_knows_that_nothing_is_missing() throws Exception {
        Set<String> skus = new HashSet<>();
        JsonNode all = search(1, 1);
        int counted = 0;
        for (JsonNode country : buckets(all, "pays_origine")) {
            List<Map<String, Object>> filter =
                    List.of(eq("pays_origine", country.path("id").asString()));
            int total = total(filter);
            assertThat(total).isEqualTo(country.path("count").asInt());
            counted += total;
            for (int page = 1; page <= (total + 499) / 500; page++) {
                views(search("", 500, page, filter))
                        .forEach(view -> skus.add(view.path("sku").asString()));
            }
        }
        assertThat(counted).isEqualTo(12_000);
        assertThat(skus).hasSize(12_000);
    }

    @Test
    void facets_count_ranges_and_leave_their_own_filter_aside() throws Exception {
        JsonNode all = search(1, 1);
        List<JsonNode> bands = buckets(all, "price");
        assertThat(bands.stream()
                        .filter(band -> band.path("__typename").asString().equals("RangeBucket"))
                        .mapToInt(band -> band.path("count").asInt())
                        .sum())
                .isEqualTo(12_000);
        assertThat(bands.getLast().path("__typename").asString()).isEqualTo("StatsBucket");
        assertThat(bands.getLast().path("min").asDouble()).isPositive();
        JsonNode narrowed = search("", 1, 1, List.of(eq("pays_origine", "France"), price(0, 20)));
        assertThat(buckets(narrowed, "pays_origine").size()).isGreaterThan(5);
        assertThat(buckets(narrowed, "price").size()).isGreaterThan(5);
        int byCategory = buckets(narrowed, "categories").stream()
                .filter(bucket -> bucket.path("id").asString().equals("produits"))
                .mapToInt(bucket -> bucket.path("count").asInt())
                .findFirst()
                .orElseThrow();
        assertThat(byCategory).isEqualTo(narrowed.path("total_count").asInt());
    }

    @Test
    void it_follows_the_world() throws Exception {
        String sku = world.product(0).sku();
        world.setOnlineQuantity(sku, 0);
        assertThat(views(search(1, 1)).getFirst().path("inStock").asBoolean()).isFalse();
        world.setOnlineQuantity(sku, 12);
        assertThat(views(search(1, 1)).getFirst().path("inStock").asBoolean()).isTrue();
        world.delist(sku);
        assertThat(search(1, 1).path("total_count").asInt()).isEqualTo(11_999);
        assertThat(total(List.of(eq("sku", sku)))).isZero();
        String added = world.add(1).getFirst();
        assertThat(total(List.of(eq("sku", added)))).isEqualTo(1);
    }

    @Test
    void it_fails_when_told_to_with_errors_or_without_items() throws Exception {
        site.faults().at("/graphql").times(1).graphQlError("upstream timed out");
        HttpResponse<String> failed = post(body(10, 1, List.of()), Map.of());
        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.body()).contains("upstream timed out", "\"data\":null");
        site.faults().at("/graphql").times(1).nullItems();
        JsonNode search = search(10, 1);
        assertThat(search.path("items").isNull()).isTrue();
        assertThat(search.path("total_count").asInt()).isEqualTo(12_000);
        assertThat(views(search(10, 1))).hasSize(10);
        site.faults().at("/graphql").times(1).status(503, "2");
        assertThat(post(body(10, 1, List.of()), Map.of()).statusCode()).isEqualTo(503);
    }

    private static String country(SaqProduct product) {
        return product.attribute(Attribute.COUNTRY).orElseThrow().fr();
    }

    private interface Wanted {
        boolean is(SaqProduct product);
    }

    private long count(Wanted wanted) {
        return IntStream.range(0, world.size())
                .mapToObj(world::product)
                .filter(wanted::is)
                .count();
    }

    private int total(List<Map<String, Object>> filter) throws Exception {
        return search("", 1, 1, filter).path("total_count").asInt();
    }

    private JsonNode search(int size, int page) throws Exception {
        return search("", size, page, List.of());
    }

    private JsonNode search(String phrase, int size, int page, List<Map<String, Object>> filter) throws Exception {
        return data(post(body(phrase, size, page, filter), Map.of()));
    }

    private static JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = MAPPER.readTree(answer.body());
        assertThat(body.path("errors").isMissingNode()).as(answer.body()).isTrue();
        return body.path("data").path("productSearch");
    }

    private String error(int size, int page, List<Map<String, Object>> filter) throws Exception {
        HttpResponse<String> answer = post(body(size, page, filter), Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = MAPPER.readTree(answer.body());
        assertThat(body.path("data").path("productSearch").isObject()).isFalse();
        assertThat(body.path("errors")).hasSize(1);
        return body.path("errors").path(0).path("message").asString();
    }

    private static String body(int size, int page, List<Map<String, Object>> filter) {
        return body("", size, page, filter);
    }

    private static String body(String phrase, int size, int page, List<Map<String, Object>> filter) {
        return MAPPER.writeValueAsString(Map.of(
                "query",
                QUERY,
                "operationName",
                "Products",
                "variables",
                Map.of("phrase", phrase, "size", size, "page", page, "filter", filter)));
    }

    private HttpResponse<String> post(String body, Map<String, String> instead) throws Exception {
        return post(site.baseUrl(), body, instead);
    }

    private HttpResponse<String> post(URI base, String body, Map<String, String> instead) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "x-api-key", LiveSearchAccess.DEFAULT.apiKey(),
                "Magento-Environment-Id", LiveSearchAccess.DEFAULT.environmentId(),
                "Magento-Website-Code", "base",
                "Magento-Store-Code", "main_website_store",
                "Magento-Store-View-Code", "fr",
                "Content-Type", "application/json"));
        headers.putAll(instead);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/graphql")).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> eq(String attribute, String value) {
        return Map.of("attribute", attribute, "eq", value);
    }

    private static Map<String, Object> in(String attribute, String... values) {
        return Map.of("attribute", attribute, "in", List.of(values));
    }

    private static Map<String, Object> price(double from, double to) {
        return Map.of("attribute", "price", "range", Map.of("from", from, "to", to));
    }

    private static List<JsonNode> views(JsonNode search) {
        return StreamSupport.stream(search.path("items").spliterator(), false)
                .map(item -> item.path("productView"))
                .toList();
    }

    private static List<JsonNode> buckets(JsonNode search, String attribute) {
        List<JsonNode> buckets = new ArrayList<>();
        for (JsonNode facet : search.path("facets")) {
            if (facet.path("attribute").asString().equals(attribute)) {
                facet.path("buckets").forEach(buckets::add);
            }
        }
        return buckets;
    }

    private static Map<String, JsonNode> attributes(JsonNode view) {
        Map<String, JsonNode> attributes = new HashMap<>();
        view.path("attributes").forEach(each -> attributes.put(each.path("name").asString(), each.path("value")));
        return attributes;
    }

    private static Set<String> values(@Nullable JsonNode value) {
        Set<String> values = new HashSet<>();
        if (value != null && value.isString()) {
            values.add(value.asString());
        } else if (value != null) {
            value.forEach(each -> values.add(each.asString()));
        }
        return values;
    }
}
