package com.saqsommelier.backend.http;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.QueryParameter;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.Http;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every parameter of every address of the catalogue with every value that somebody might send: 200 or 400, never 500. */
class BadInputTest {

    private static final Database DATABASE = TestDatabase.fresh();
    private static Backend backend;
    private static Http http;

    static final List<String> PATHS = List.of(
            "/api/v1/products",
            "/api/v1/products/facets",
            "/api/v1/products/random",
            "/api/v1/products.csv",
            "/api/v1/products/101/similar",
            "/api/v1/stores");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x".repeat(201),
            "x".repeat(2000),
            "%",
            "*",
            "?",
            "\"",
            "\"unbalanced",
            "'",
            "\\",
            "\\\"",
            "((",
            "[* TO *]",
            "name:*",
            "a^99~2",
            "AND",
            "AND OR NOT",
            "NOT rouge",
            "+-!&&||",
            "/.*/",
            "🍷".repeat(200),
            "יין אדום",
            "\u202Ereversed",
            "e\u0301",
            "\u0000",
            "rouge\u0000blanc",
            "\uFFFD\uFFFF",
            "\r\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "'; DROP TABLE products; --",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "null",
            "undefined",
            "true",
            "-1",
            "0",
            "1",
            "1.5",
            "007",
            "1e3",
            "1e308",
            "1e-308",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "99999999999999999999999999",
            "2147483648",
            "-2147483648",
            "9223372036854775808",
            "NaN",
            "Infinity",
            "-Infinity",
            "0x1F",
            "1,5",
            "1_000",
            "١٢",
            "½");

    @BeforeAll
    static void start() {
        Products products = new Products(DATABASE);
        products.store(aRedWine().sku("101").priced("12.00").reading());
        products.store(aProductNamed("Cidre").sku("102").reading());
        backend = Backend.start(new BackendSettings(0, Optional.empty()), DATABASE);
        http = new Http(backend.baseUrl());
    }

    @AfterAll
    static void stop() {
        http.close();
        backend.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void every_parameter_takes_every_value_or_refuses_it_by_name(String path) throws Exception {
        List<String> names = Stream.concat(
                        QueryParameter.ALL.stream().map(QueryParameter::name),
                        Stream.of("limit", "near", "city", "unknown", "q[]", "category[0]", "class.name"))
                .toList();
        SoftAssertions all = new SoftAssertions();
        for (String name : names) {
            for (String value : VALUES) {
                check(all, path, pair(name, value));
            }
        }
        all.assertAll();
    }

    @Test
    void every_parameter_that_stands_twice_is_answered_or_refused() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (QueryParameter parameter : QueryParameter.ALL) {
            for (String value : VALUES) {
                String pair = pair(parameter.name(), value);
                check(all, PATHS.getFirst(), pair + "&" + pair);
            }
        }
        all.assertAll();
    }

    @Test
    void combinations_at_random_are_answered_or_refused() throws Exception {
        Random chance = new Random(5);
        List<QueryParameter> parameters = QueryParameter.ALL;
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < 1000; i++) {
            List<String> query = new ArrayList<>();
            for (int j = 0; j < 1 + chance.nextInt(4); j++) {
                query.add(pair(
                        parameters.get(chance.nextInt(parameters.size())).name(),
                        VALUES.get(chance.nextInt(VALUES.size()))));
            }
            check(all, PATHS.get(chance.nextInt(4)), String.join("&", query));
        }
        all.assertAll();
    }

    @Test
    void a_lowest_price_above_the_highest_is_refused() throws Exception {
        HttpResponse<String> response = http.get("/api/v1/products?min_price=30&max_price=20");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("min_price", "at most max_price, which is 20");
    }

    @Test
    void a_sku_of_anything_is_found_or_not() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String value : VALUES) {
            String sku = encoded(value).replace("+", "%20");
            for (String path : List.of("/api/v1/products/" + sku, "/api/v1/products/" + sku + "/similar")) {
                all.assertThat(http.get(path).statusCode()).as(path).isIn(200, 400, 404);
            }
        }
        all.assertAll();
    }

    private static void check(SoftAssertions all, String path, String query) throws Exception {
        HttpResponse<String> response = http.get(path + "?" + query);
        int status = response.statusCode();
        String what = path + "?" + query.substring(0, Math.min(200, query.length()));
        // Random of what nothing matches is the one 404 here.
        all.assertThat(status).as(what).isIn(200, 400, path.endsWith("/random") ? 404 : 400);
        if (status == 400) {
            JsonNode problem = JsonMapper.shared().readTree(response.body());
            all.assertThat(problem.path("type").asString()).as(what).isEqualTo("/problems#invalid-parameter");
            all.assertThat(problem.at("/errors/0/parameter").asString())
                    .as(what)
                    .isNotEmpty();
            all.assertThat(problem.at("/errors/0/accepted").asString()).as(what).isNotEmpty();
        }
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
