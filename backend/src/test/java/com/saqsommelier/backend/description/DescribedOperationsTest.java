package com.saqsommelier.backend.description;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code /v3/api-docs} describes, asked with what nobody should send: each parameter and each property of a body of
 * each operation, read from the description itself, so that an operation that is added is asked too. Never a failure of
 * ours.
 */
class DescribedOperationsTest {

    private static final String KEY = "key-of-the-test";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x".repeat(3000),
            "wrong type",
            "%",
            "*",
            "\"",
            "\\",
            "\"unbalanced",
            "AND OR NOT",
            "🍷".repeat(200),
            "יין אדום",
            "\u202Ereversed",
            "\u0000",
            "NaN",
            "1e308",
            "-1",
            "0",
            "99999999999999999999",
            "null",
            "tg:0",
            "2147483648");

    /** The same and more, as JSON. */
    private static final List<String> JSON_VALUES =
            List.of("null", "[]", "{}", "true", "-1", "0", "1e308", "99999999999999999999", "[null]", "{\"a\":{}}");

    private static final Database DATABASE = TestDatabase.fresh();
    private static Backend backend;
    private static JsonNode description;
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private record Operation(String method, String path, JsonNode described) {

        String name() {
            return described.path("operationId").asString();
        }

        Set<Integer> statuses() {
            return described.path("responses").propertyNames().stream()
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        }
    }

    @BeforeAll
    static void start() throws Exception {
        new Products(DATABASE).store(aRedWine().sku("101").priced("12.00").reading());
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY)), DATABASE);
        description =
                JsonMapper.shared().readTree(send("GET", "/v3/api-docs", null).body());
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        backend.close();
        DATABASE.close();
    }

    @Test
    void no_parameter_of_any_operation_makes_it_fail() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations()) {
            for (JsonNode parameter : operation.described().path("parameters")) {
                String name = parameter.path("name").asString();
                for (String value : VALUES) {
                    String pair = encoded(name) + "=" + encoded(value);
                    if (parameter.path("in").asString().equals("path") && value.isEmpty()) {
                        // Another address, at which perhaps nothing is.
                        all.assertThat(status(operation.method(), path(operation, Map.of(name, value)), null))
                                .isBetween(200, 499);
                    } else if (parameter.path("in").asString().equals("path")) {
                        check(all, operation, path(operation, Map.of(name, value)));
                    } else {
                        check(all, operation, path(operation, Map.of()) + "?" + pair);
                    }
                }
            }
            for (JsonNode parameter : operation.described().path("parameters")) {
                String pair = encoded(parameter.path("name").asString()) + "=1";
                check(all, operation, path(operation, Map.of()) + "?" + pair + "&" + pair);
            }
            check(all, operation, path(operation, Map.of()) + "?unknown=1");
        }
        all.assertAll();
    }

    @Test
    void no_property_of_any_body_makes_an_operation_fail() throws Exception {
        SoftAssertions all = new SoftAssertions();
        int asked = 0;
        for (Operation operation : operations()) {
            if (!operation.described().has("requestBody")) {
                continue;
            }
            String path = path(operation, Map.of());
            for (String body : List.of("", "{", "[]", "null", "\"text\"", "{}", "\u0000")) {
                checkStatus(all, operation, path, body, path + " " + body);
            }
            ObjectNode sound = example(operation.described().at("/requestBody/content/application~1json/schema"));
            for (String property : Set.copyOf(sound.propertyNames())) {
                List<JsonNode> values = new ArrayList<>();
                VALUES.forEach(value -> values.add(JsonMapper.shared().valueToTree(value)));
                JSON_VALUES.forEach(value -> values.add(JsonMapper.shared().readTree(value)));
                for (JsonNode value : values) {
                    String body = sound.deepCopy().set(property, value).toString();
                    asked++;
                    checkStatus(
                            all, operation, path, body, path + " " + property + " = " + shortened(value.toString()));
                }
            }
        }
        all.assertAll();
        assertThat(asked).isGreaterThan(500);
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_says_how_it_fails() throws Exception {
        Set<String> names = new HashSet<>();
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations()) {
            String name = operation.described().path("operationId").asString();
            all.assertThat(names.add(name)).as(name).isTrue();
            all.assertThat(operation.described().path("summary").asString())
                    .as(name)
                    .isNotEmpty();
            for (String status : List.of("400", "401", "429", "503")) {
                all.assertThat(operation
                                .described()
                                .at("/responses/" + status + "/content")
                                .toString())
                        .as(name + " " + status)
                        .contains("/problems#");
            }
        }
        all.assertAll();
        assertThat(names).contains("productsList", "productsGet", "productsFacets", "watchesAdd");
    }

    /** The other way round: a problem that is described and never given would be a case that callers handle for nothing. */
    @Test
    void what_is_not_found_or_in_conflict_is_described_where_it_can_be_had_and_nowhere_else() throws Exception {
        Map<String, ObjectNode> bodies = new HashMap<>();
        Set<String> described = new HashSet<>();
        for (Operation operation : operations()) {
            bodies.put(
                    operation.name(),
                    example(operation.described().at("/requestBody/content/application~1json/schema")));
            operation.statuses().stream()
                    .filter(status -> status == 404 || status == 409)
                    .forEach(status -> described.add(operation.name() + " " + status));
        }
        String products = "/api/v1/products";
        String watches = "/api/v1/watches";
        String noAlert = watches + "/99999999/price-alert?user_id=tg:123";
        String watch = sound(bodies, "watchesAdd").put("sku", "101").toString();
        String noWatch = sound(bodies, "watchesAdd").put("sku", "99999999").toString();
        String begun = sound(bodies, "digestReport").put("state", "begun").toString();
        String delivered = sound(bodies, "deliveriesReport").toString();
        String rated = sound(bodies, "recommendationsRate").toString();
        assertThat(status("POST", watches, watch)).isIn(201, 409);

        Map<String, Integer> had = Map.ofEntries(
                Map.entry("productsRandom 404", status("GET", products + "/random?country=Atlantis", null)),
                Map.entry("productsGet 404", status("GET", products + "/99999999", null)),
                Map.entry("productsSimilar 404", status("GET", products + "/99999999/similar", null)),
                Map.entry("productsStores 404", status("GET", products + "/99999999/stores", null)),
                Map.entry("watchesAdd 404", status("POST", watches, noWatch)),
                Map.entry("watchesAdd 409", status("POST", watches, watch)),
                Map.entry("watchesRemove 404", status("DELETE", watches + "/99999999?user_id=tg:123", null)),
                Map.entry(
                        "watchesAlert 404",
                        status("PUT", noAlert, sound(bodies, "watchesAlert").toString())),
                Map.entry("watchesEndAlert 404", status("DELETE", noAlert, null)),
                Map.entry("usersPrefer 404", status("PUT", "/api/v1/users/tg:123/stores/99999", null)),
                Map.entry("deliveriesReport 404", status("POST", "/api/v1/deliveries/99999999", delivered)),
                Map.entry("digestGet 404", status("GET", "/api/v1/digest?week=2001-W01", null)),
                Map.entry("digestReport 409", status("POST", "/api/v1/digest/recipients", begun)),
                Map.entry("recommendationsRate 404", status("POST", "/api/v1/recommendations/57/feedback", rated)));

        assertThat(described).isEqualTo(had.keySet());
        had.forEach((what, status) -> assertThat(what).endsWith(" " + status));
    }

    @Test
    void every_operation_refuses_who_has_no_key_and_a_body_that_is_not_json_and_what_takes_no_json() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations()) {
            URI address = URI.create(backend.baseUrl() + path(operation, Map.of()));
            all.assertThat(CLIENT.send(
                                    HttpRequest.newBuilder(address)
                                            .method(operation.method(), BodyPublishers.noBody())
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .as(operation.name())
                    .isEqualTo(401);
            int notJson = CLIENT.send(
                            HttpRequest.newBuilder(sound(operation))
                                    .header("X-API-Key", KEY)
                                    .header("Content-Type", "text/plain")
                                    .method(operation.method(), BodyPublishers.ofString("text"))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            all.assertThat(notJson == 415)
                    .as(operation.name() + " " + notJson)
                    .isEqualTo(operation.statuses().contains(415));
            if (operation.method().equals("GET")) {
                int picture = CLIENT.send(
                                HttpRequest.newBuilder(sound(operation))
                                        .header("X-API-Key", KEY)
                                        .header("Accept", "image/png")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode();
                all.assertThat(picture == 406)
                        .as(operation.name() + " " + picture)
                        .isEqualTo(operation.statuses().contains(406));
            }
        }
        all.assertAll();
    }

    private static ObjectNode sound(Map<String, ObjectNode> bodies, String operation) {
        return Objects.requireNonNull(bodies.get(operation), operation).deepCopy();
    }

    /** Asks so that there is an answer. */
    private static URI sound(Operation operation) {
        String required = operation
                .described()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.path("name").asString() + "=tg:123")
                .collect(Collectors.joining("&"));
        return URI.create(backend.baseUrl() + path(operation, Map.of()) + (required.isEmpty() ? "" : "?" + required));
    }

    @Test
    void every_property_has_an_example_and_says_whether_it_may_be_null() {
        SoftAssertions all = new SoftAssertions();
        description
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            String name = schema.getKey() + "." + property.getKey();
                            JsonNode described = property.getValue();
                            if (!described.toString().contains("$ref")) {
                                all.assertThat(described.has("example"))
                                        .as(name)
                                        .isTrue();
                            }
                        }));
        all.assertAll();
        JsonNode product = description.at("/components/schemas/Product");
        assertThat(product.path("required").toString()).contains("\"sku\"", "\"name\"", "\"grapes\"", "\"fetched_at\"");
        assertThat(product.at("/properties/price/type").toString()).isEqualTo("[\"number\",\"null\"]");
        assertThat(product.at("/properties/sku/type").asString()).isEqualTo("string");
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (path.getKey().startsWith("/api/")) {
                        operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }

    private static void check(SoftAssertions all, Operation operation, String path) throws Exception {
        String body = operation.described().has("requestBody")
                ? example(operation.described().at("/requestBody/content/application~1json/schema"))
                        .toString()
                : null;
        checkStatus(all, operation, path, body, shortened(path));
    }

    /** No failure of ours, and none but the operation says it may have. */
    private static void checkStatus(
            SoftAssertions all, Operation operation, String path, @Nullable String body, String what) throws Exception {
        int status = status(operation.method(), path, body);
        all.assertThat(status)
                .as(operation.method() + " " + what)
                .isBetween(200, 499)
                .isIn(operation.statuses());
    }

    /** The body that the examples of its schema make. */
    private static ObjectNode example(JsonNode schema) {
        JsonNode described = resolved(schema);
        ObjectNode body = JsonMapper.shared().createObjectNode();
        described.path("properties").properties().forEach(property -> {
            JsonNode example = property.getValue().path("example");
            if (!example.isMissingNode()) {
                body.set(property.getKey(), example);
            } else if (property.getValue().path("type").asString("").equals("array")) {
                body.set(
                        property.getKey(),
                        JsonMapper.shared()
                                .createArrayNode()
                                .add(example(property.getValue().path("items"))));
            } else {
                body.set(property.getKey(), example(property.getValue()));
            }
        });
        return body;
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    /** The path with its parameters, their examples where nothing else is given; nobody waits for deliveries. */
    private static String path(Operation operation, Map<String, String> given) {
        Map<String, String> values =
                new HashMap<>(Map.of("sku", "101", "user_id", "tg:123", "store_id", "23009", "id", "57"));
        values.putAll(given);
        String path = operation.path();
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace(
                    "{" + value.getKey() + "}", encoded(value.getValue()).replace("+", "%20"));
        }
        return path;
    }

    /** The status; 200 where the answer waits, as that of a claim does that is asked to wait. */
    private static int status(String method, String path, @Nullable String body) throws Exception {
        try {
            return send(method, path, body).statusCode();
        } catch (HttpTimeoutException e) {
            return 200;
        }
    }

    private static HttpResponse<String> send(String method, String path, @Nullable String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(backend.baseUrl() + path))
                .header("X-API-Key", KEY)
                .timeout(path.endsWith("/claim") ? SHORT : LONG)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(150, text.length()));
    }
}
