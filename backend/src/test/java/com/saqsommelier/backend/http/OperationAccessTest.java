package com.saqsommelier.backend.http;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.AccessControl.Level;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.RunningContext;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.access.AccessDecisions;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Access control over every operation that the dispatcher knows, in spellings that lead there or seem to. */
class OperationAccessTest {

    /** Has every property that any body needs, so that a request that got through would do something. */
    private static final String BODY = """
            {"user_id":"tg:7","sku":"101","allowed":true,"decided_by":"tg:1","language":"en","digest":true,"paused":false,
             "bot":"b","update_id":5,"command":"start","process":"p","alone":true,"listed":true,"consumer":"c","limit":5,
             "wait_seconds":0,"outcome":"sent","query":"rouge","rating":"up","visits":[],"step":"begun","week":"2026-W48"}""";

    private static final Map<String, String> IN_PATH =
            Map.of("user_id", "tg:7", "sku", "101", "store_id", "23001", "id", "1");

    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404);

    private static final Database DATABASE = TestDatabase.fresh();
    private static Backend open;
    private static Backend closed;

    /** An operation as a request line begins. */
    private record Operation(RequestMethod method, String path, HandlerMethod handler) {

        Optional<Level> level() {
            return com.saqsommelier.backend.http.Operation.declaredLevel(handler);
        }

        String body() {
            return method == RequestMethod.GET || method == RequestMethod.DELETE ? "" : BODY;
        }

        String query() {
            return path.endsWith("/watches") || (path.contains("/watches/") && method == RequestMethod.DELETE)
                    ? "?user_id=tg:7"
                    : "";
        }
    }

    @BeforeAll
    static void start() {
        new Products(DATABASE).store(aRedWine().sku("101").reading());
        new AccessDecisions(DATABASE)
                .decide(new com.saqsommelier.core.access.AccessDecision("tg:7", false, "tg:1", Instant.EPOCH));
        open = Backend.start(new BackendSettings(0, Optional.of("secret"), true), DATABASE);
        closed = Backend.start(new BackendSettings(0, Optional.of("secret")), DATABASE);
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
        DATABASE.close();
    }

    @Test
    void every_operation_says_who_may_call_it() {
        assertThat(operations()).hasSizeGreaterThan(20);
        assertThat(operations().filter(one -> one.level().isEmpty())).isEmpty();
        assertThat(operations()
                        .filter(one -> one.level().equals(Optional.of(Level.PUBLIC)))
                        .map(Operation::path))
                .allMatch(path -> !path.startsWith("/api"));
    }

    @ParameterizedTest
    @EnumSource
    void no_spelling_of_what_is_about_people_gets_in_without_the_key(Spelling spelling) throws Exception {
        refused(
                open,
                spelling,
                operations()
                        .filter(one -> one.level().equals(Optional.of(Level.PERSONAL)))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void no_spelling_of_anything_gets_into_a_closed_backend_without_the_key(Spelling spelling) throws Exception {
        refused(
                closed,
                spelling,
                operations()
                        .filter(one -> !one.level().equals(Optional.of(Level.PUBLIC)))
                        .toList());
    }

    @Test
    void with_the_key_the_same_requests_are_answered() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Operation one :
                operations().filter(it -> it.method() == RequestMethod.GET).toList()) {
            all.assertThat(RawHttp.status(
                            port(closed), "GET " + one.path() + one.query() + " HTTP/1.1", "", "X-API-Key: secret"))
                    .as(one.path())
                    .isNotIn(401, 403, 500);
        }
        all.assertAll();
    }

    @Test
    void an_operation_that_does_not_say_who_may_call_it_is_refused() throws Exception {
        RunningContext.operations(open)
                .registerMapping(
                        RequestMappingInfo.paths("/api/v1/forgotten")
                                .options(RunningContext.operations(open).getBuilderConfiguration())
                                .build(),
                        new Forgotten(),
                        Forgotten.class.getDeclaredMethod("call"));

        assertThat(RawHttp.status(port(open), "GET /api/v1/forgotten HTTP/1.1", ""))
                .isEqualTo(401);
        assertThat(RawHttp.status(port(open), "GET /%61pi/v1/forgotten HTTP/1.1", ""))
                .isEqualTo(401);
    }

    @Test
    void no_spelling_gets_past_the_limit() throws Exception {
        try (Backend strict = limitedToOne()) {
            SoftAssertions all = new SoftAssertions();
            for (Spelling spelling : Spelling.values()) {
                spend(strict);
                String line = "GET " + spelling.of("/api/v1/products/101") + " HTTP/1.1";
                // 400: the server itself refuses the spelling.
                all.assertThat(RawHttp.status(port(strict), line, "")).as(line).isIn(400, 429);
                all.assertThat(RawHttp.status(port(strict), line, "", "X-Forwarded-For: 203.0.113.9"))
                        .as(line)
                        .isIn(400, 429);
            }
            all.assertAll();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Spelling.class,
            names = {"LETTER_ENCODED", "MATRIX_FIRST", "UPPER_CASE"})
    void each_spelling_counts(Spelling spelling) throws Exception {
        try (Backend strict = limitedToOne()) {
            RawHttp.status(port(strict), "GET " + spelling.of("/api/v1/products/101") + " HTTP/1.1", "");

            assertThat(RawHttp.status(port(strict), "GET /api/v1/products HTTP/1.1", ""))
                    .isEqualTo(429);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Spelling.class,
            names = {"PLAIN", "LETTER_ENCODED", "MATRIX_FIRST", "MATRIX_LAST"})
    void other_filters_read_the_operation_too(Spelling spelling) throws Exception {
        String path = spelling.of("/api/v1/products");

        assertThat(RawHttp.status(port(open), "GET " + path + "?unknown=1 HTTP/1.1", ""))
                .isEqualTo(400);
        assertThat(RawHttp.send(port(open), "GET " + path + " HTTP/1.1", "")).contains("ETag: ");
        assertThat(RawHttp.status(port(open), "GET " + path + " HTTP/1.1", "", "Origin: https://other.example"))
                .isEqualTo(403);
    }

    private static Backend limitedToOne() {
        return Backend.start(
                new BackendSettings(0, Optional.of("secret"), true).limitedTo(new RequestLimits(1, 100)), DATABASE);
    }

    /** Whatever came back meanwhile. */
    private static void spend(Backend backend) throws IOException {
        int status;
        do {
            status = RawHttp.status(port(backend), "GET /api/v1/products HTTP/1.1", "");
        } while (status != 429);
    }

    private static void refused(Backend backend, Spelling spelling, List<Operation> operations) throws Exception {
        assertThat(operations).isNotEmpty();
        String before = contents();
        SoftAssertions all = new SoftAssertions();
        for (Operation one : operations) {
            String target = spelling.of(one.path()) + one.query();
            for (String version : List.of("HTTP/1.1", "HTTP/1.0")) {
                for (String header :
                        List.of("X-API-Key: Secret", "X-HTTP-Method-Override: GET", "X-Original-URL: /health")) {
                    ask(all, backend, one.method() + " " + target + " " + version, one.body(), header);
                }
            }
        }
        all.assertThat(contents()).as("the database").isEqualTo(before);
        all.assertAll();
    }

    private static void ask(SoftAssertions all, Backend backend, String line, String body, String header)
            throws IOException {
        all.assertThat(RawHttp.status(port(backend), line, body, header))
                .as(line + ", " + header)
                .isIn(REFUSED);
    }

    /** Everything that the tables hold. */
    private static String contents() {
        JdbcClient sql = DATABASE.jdbc();
        Map<String, String> tables = new HashMap<>();
        for (String table : new TreeSet<>(sql.sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list())) {
            tables.put(
                    table,
                    sql.sql("SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM " + table + " t")
                            .query(String.class)
                            .single());
        }
        return tables.toString();
    }

    /** Read from the dispatcher, so that an operation that is added is asked too. */
    private static Stream<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        RunningContext.operations(closed).getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("com.saqsommelier.")
                    && handler.getBeanType() != ErrorAnswers.class) {
                for (String pattern : info.getPatternValues()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        all.add(new Operation(method, filled(pattern), handler));
                    }
                }
            }
        });
        return all.stream();
    }

    private static String filled(String pattern) {
        String path = pattern;
        for (Map.Entry<String, String> one : IN_PATH.entrySet()) {
            path = path.replace("{" + one.getKey() + "}", one.getValue());
        }
        assertThat(path).doesNotContain("{");
        return path;
    }

    private static int port(Backend backend) {
        return backend.baseUrl().getPort();
    }

    /** A controller whose author forgot access control. */
    static final class Forgotten {

        @org.springframework.web.bind.annotation.ResponseBody
        public String call() {
            return "in";
        }
    }
}
