package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.http.Exchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page with the buttons, and the same over HTTP for whoever runs {@code simulate saq} from a shell: reads the counters,
 * sets faults, lets time go by.
 *
 * <pre>{@code
 * curl localhost:8091/_simulator/requests
 * curl -d '{"path": "/fr/1867", "times": 2, "status": 503, "retry_after": "1"}' localhost:8091/_simulator/faults
 * curl -X DELETE localhost:8091/_simulator/faults
 * curl -d sku=1867 localhost:8091/_simulator/world/restock
 * curl -X POST localhost:8091/_simulator/world/next-day
 * curl localhost:8091/_simulator/world/changes
 * }</pre>
 */
final class ControlPages {

    static final String PREFIX = "/_simulator/";
    static final String REQUESTS = PREFIX + "requests";
    static final String FAULTS = PREFIX + "faults";
    static final String WORLD = PREFIX + "world";

    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final String ACCEPTED =
            "one of path, prefix, request (the nth from now); times if not until cleared; "
                    + "and one of status (with retry_after), delay_ms, cut: true, close: true, redirect, "
                    + "body (with content_type), graphql_error, null_items: true";

    private final RequestLog log;
    private final Faults faults;
    private final LivingCatalogue world;
    private final WorldActions actions;
    private final WorldPage page;

    ControlPages(LivingCatalogue world, RequestLog log, Faults faults) {
        this.world = world;
        this.log = log;
        this.faults = faults;
        actions = new WorldActions(world, faults);
        page = new WorldPage(world, faults, log);
    }

    void handle(Exchange exchange) throws IOException {
        if (exchange.method().equals("POST") && exchange.path().startsWith(WORLD + "/")) {
            act(exchange, exchange.path().substring(WORLD.length() + 1));
            return;
        }
        switch (exchange.method() + " " + exchange.path()) {
            case "GET " + REQUESTS -> json(exchange, 200, log.counters());
            case "DELETE " + REQUESTS -> {
                log.clear();
                json(exchange, 200, log.counters());
            }
            case "GET " + FAULTS -> json(exchange, 200, faults.describe());
            case "DELETE " + FAULTS -> {
                faults.clear();
                json(exchange, 200, faults.describe());
            }
            case "POST " + FAULTS -> add(exchange);
            case "GET " + PREFIX -> exchange.answer(200, "text/html", page.render(exchange.query()));
            case "GET " + WORLD -> json(exchange, 200, state());
            case "GET " + WORLD + "/changes" -> json(exchange, 200, world.lastChanges());
            default ->
                json(
                        exchange,
                        404,
                        Map.of(
                                "error",
                                "accepted: GET " + PREFIX + ", GET or DELETE " + REQUESTS + ", GET, POST or DELETE "
                                        + FAULTS + ", GET " + WORLD + ", GET " + WORLD + "/changes, POST " + WORLD
                                        + "/ and " + WorldActions.ACCEPTED));
        }
    }

    /** A browser is sent back to the page, with what to say there. */
    private void act(Exchange exchange, String action) throws IOException {
        String kind = "done";
        String text;
        try {
            text = actions.run(action, exchange.form());
        } catch (IllegalArgumentException e) {
            kind = "error";
            text = String.valueOf(e.getMessage());
        }
        if (exchange.header("Accept").orElse("").contains("text/html")) {
            exchange.with("Location", PREFIX + "?" + kind + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .answer(303);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>(state());
        answer.put(kind, text);
        json(exchange, kind.equals("done") ? 200 : 400, answer);
    }

    private Map<String, Object> state() {
        World now = world.now();
        return Map.of("today", now.today(), "products", now.size());
    }

    private void add(Exchange exchange) throws IOException {
        try {
            add(MAPPER.readTree(exchange.body()));
            json(exchange, 201, faults.describe());
        } catch (JacksonException e) {
            json(exchange, 400, Map.of("error", "not JSON: " + e.getOriginalMessage(), "accepted", ACCEPTED));
        } catch (IllegalArgumentException e) {
            json(exchange, 400, Map.of("error", String.valueOf(e.getMessage()), "accepted", ACCEPTED));
        }
    }

    private void add(JsonNode wanted) {
        Faults.Rule rule = rule(wanted);
        if (wanted.has("times")) {
            rule.times(wanted.path("times").asInt(0));
        }
        if (wanted.has("delay_ms")) {
            rule.after(Duration.ofMillis(wanted.path("delay_ms").asLong(0)));
        }
        if (wanted.has("status") && wanted.has("retry_after")) {
            rule.status(
                    wanted.path("status").asInt(0), wanted.path("retry_after").asString(""));
        } else if (wanted.has("status")) {
            rule.status(wanted.path("status").asInt(0));
        } else if (wanted.path("cut").asBoolean(false)) {
            rule.cutBody();
        } else if (wanted.path("close").asBoolean(false)) {
            rule.closeConnection();
        } else if (wanted.has("redirect")) {
            rule.redirect(wanted.path("redirect").asString(""));
        } else if (wanted.has("graphql_error")) {
            rule.graphQlError(wanted.path("graphql_error").asString(""));
        } else if (wanted.path("null_items").asBoolean(false)) {
            rule.nullItems();
        } else if (wanted.has("body")) {
            rule.body(
                    wanted.path("content_type").asString(Answer.HTML),
                    wanted.path("body").asString(""));
        } else if (wanted.has("delay_ms")) {
            rule.delay(rule.delay());
        } else {
            throw new IllegalArgumentException("no way to fail is named");
        }
    }

    private Faults.Rule rule(JsonNode wanted) {
        if (wanted.has("path")) {
            return faults.at(wanted.path("path").asString(""));
        }
        if (wanted.has("prefix")) {
            return faults.below(wanted.path("prefix").asString(""));
        }
        if (wanted.has("request")) {
            return faults.request(wanted.path("request").asInt(0));
        }
        throw new IllegalArgumentException("no path, prefix or request is named");
    }

    private static void json(Exchange exchange, int status, Object value) throws IOException {
        exchange.answer(status, JSON, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }
}
