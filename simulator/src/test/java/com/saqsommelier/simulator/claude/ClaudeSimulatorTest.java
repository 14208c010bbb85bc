package com.saqsommelier.simulator.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaudeSimulatorTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOOL = """
            {"name": "note", "strict": true, "input_schema": {"type": "object", "additionalProperties": false,
             "required": ["colours", "max_price"], "properties": {
               "colours": {"type": "array", "items": {"type": "string", "enum": ["Rouge", "Blanc"]}},
               "max_price": {"type": ["number", "null"]}}}}""";

    private volatile Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final ClaudeSimulator claude = ClaudeSimulator.start(0, () -> now, Duration.ZERO);
    private final HttpClient http = HttpClient.newHttpClient();

    ClaudeSimulatorTest() throws IOException {}

    @AfterEach
    void close() {
        http.close();
        claude.close();
    }

    @Test
    void a_message_is_answered_with_its_usage() throws Exception {
        JsonNode message = body(post(body("\"messages\": [{\"role\": \"user\", \"content\": \"Bonjour\"}]")));

        assertThat(message.path("type").asString()).isEqualTo("message");
        assertThat(message.path("stop_reason").asString()).isEqualTo("end_turn");
        assertThat(message.path("content").path(0).path("text").asString()).isNotBlank();
        assertThat(message.path("usage").path("input_tokens").asInt()).isEqualTo(3);
        assertThat(message.path("usage").path("output_tokens").asInt()).isPositive();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"max_tokens\": 10, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|model: Field required",
                "\"model\": \"claude-haiku-5-5\", \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|max_tokens: Field required",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 0, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|max_tokens: 0",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"messages\": []|at least one message",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"messages\": [{\"role\": \"assistant\", \"content\": \"a\"}]|first message must use",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"user\", \"content\": \"b\"}]|roles must alternate",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}]|does not support assistant message prefill",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"messages\": [{\"role\": \"user\", \"content\": \" \"}]|must be non-empty",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"temperature\": 0, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|temperature: non-default",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"colour\": 1, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|colour: Extra inputs",
                "\"model\": \"claude-opus-5-5\", \"max_tokens\": 10, \"thinking\": {\"type\": \"disabled\"}, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|thinking cannot be disabled",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"tool_choice\": {\"type\": \"auto\"}, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|while providing tools",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"tools\": [{\"name\": \"a b\"}], \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|should match pattern",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"tools\": [{\"name\": \"a\", \"input_schema\": {\"type\": \"array\"}}], \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|Input should be 'object'",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"tools\": [{\"name\": \"a\", \"strict\": true, \"input_schema\": {\"type\": \"object\", \"properties\": {}}}], \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|must be explicitly set to false",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"tools\": [{\"name\": \"a\", \"strict\": true, \"input_schema\": {\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\"n\": {\"type\": \"integer\", \"maximum\": 5}}}}], \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|property 'maximum' is not supported",
                "\"model\": \"claude-haiku-5-5\", \"max_tokens\": 10, \"tools\": [{\"name\": \"a\", \"input_schema\": {\"type\": \"object\"}}], \"tool_choice\": {\"type\": \"tool\", \"name\": \"a\"}, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|Thinking may not be enabled",
                "\"model\": \"claude-sonnet-5-5\", \"max_tokens\": 10, \"tools\": [{\"name\": \"a\", \"input_schema\": {\"type\": \"object\"}}], \"tool_choice\": {\"type\": \"any\"}, \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]|forced tool use is not supported"
            })
    void a_request_that_is_not_in_order_is_refused(String fields, String reason) throws Exception {
        HttpResponse<String> answer = post("{" + fields + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = body(answer);
        assertThat(error.path("type").asString()).isEqualTo("error");
        assertThat(error.path("error").path("type").asString()).isEqualTo("invalid_request_error");
        assertThat(error.path("error").path("message").asString()).contains(reason);
        assertThat(error.path("request_id").asString())
                .isEqualTo(answer.headers().firstValue("request-id").orElseThrow());
    }

    @Test
    void headers_are_asked_for() throws Exception {
        String body = body("\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]");

        assertThat(send(request(body).header("x-api-key", "sk-ant-a")).statusCode())
                .as("no version")
                .isEqualTo(400);
        assertThat(send(request(body).header("anthropic-version", "2026-10-21")).statusCode())
                .as("no key")
                .isEqualTo(401);
        assertThat(send(request(body).header("anthropic-version", "2023-06-01").header("x-api-key", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request(body)
                                .header("anthropic-version", "2026-10-21")
                                .header("authorization", "Bearer sk-ant-a"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("{\"model\": \"claude-9\"}").statusCode()).isEqualTo(404);
        assertThat(post("{").statusCode()).isEqualTo(400);
    }

    @Test
    void a_tool_is_called_with_what_its_schema_and_the_question_give() throws Exception {
        JsonNode message = body(post(body("\"tools\": [" + TOOL + "], \"messages\": [{\"role\": \"user\", \"content\":"
                + " \"<question>un rouge à moins de 25 $</question>\"}]")));

        assertThat(message.path("stop_reason").asString()).isEqualTo("tool_use");
        JsonNode input = message.path("content").path(0).path("input");
        assertThat(input.toString()).isEqualTo("{\"colours\":[\"Rouge\"],\"max_price\":25}");
    }

    @Test
    void a_stream_has_the_documented_events() throws Exception {
        HttpResponse<String> answer = post(body("\"stream\": true, \"tools\": [" + TOOL
                + "], \"messages\": [{\"role\": \"user\", \"content\": \"<question>un blanc</question>\"}]"));

        List<String> events = answer.body()
                .lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .distinct()
                .toList();
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        assertThat(events)
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "ping",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        assertThat(answer.body()).contains("input_json_delta").contains("\"stop_reason\":\"tool_use\"");
    }

    @Test
    void a_marked_prefix_is_written_once_and_read_for_five_minutes() throws Exception {
        String rules = "r".repeat(4_000);

        assertThat(cached(rules, "a")).containsExactly(10, 1_007, 0);
        assertThat(cached(rules, "b")).containsExactly(10, 0, 1_007);
        now = now.plusSeconds(299);
        assertThat(cached(rules, "c")).as("read again, so kept for longer").containsExactly(10, 0, 1_007);
        now = now.plusSeconds(301);
        assertThat(cached(rules, "d")).containsExactly(10, 1_007, 0);
        assertThat(cached(rules + "!!!!", "d"))
                .as("another prefix, a token longer")
                .containsExactly(10, 1_008, 0);
        assertThat(cached("r".repeat(400), "a")).as("below the minimum").containsExactly(117, 0, 0);
    }

    private List<Integer> cached(String rules, String question) throws Exception {
        JsonNode usage = body(post(body("\"system\": [{\"type\": \"text\", \"text\": \"" + rules
                        + "\", \"cache_control\": {\"type\": \"ephemeral\"}}], \"messages\": [{\"role\": \"user\","
                        + " \"content\": \"" + question.repeat(40) + "\"}]")))
                .path("usage");
        return List.of(
                usage.path("input_tokens").asInt(),
                usage.path("cache_creation_input_tokens").asInt(),
                usage.path("cache_read_input_tokens").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_KEY, 401, authentication_error",
        "NO_CREDIT, 400, invalid_request_error",
        "RATE_LIMIT, 429, rate_limit_error",
        "OVERLOADED, 529, overloaded_error",
        "SERVER_ERROR, 500, api_error"
    })
    void it_fails_as_told_and_then_no_more(Fault fault, int status, String type) throws Exception {
        String body = body("\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]");
        claude.failNext(fault, 1);

        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(body(answer).path("error").path("type").asString()).isEqualTo(type);
        assertThat(answer.headers().firstValue("retry-after").isPresent()).isEqualTo(fault == Fault.RATE_LIMIT);
        assertThat(post(body).statusCode()).isEqualTo(200);
    }

    @Test
    void faults_can_be_set_from_a_shell() throws Exception {
        String body = body("\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]");

        assertThat(control("fault=refusal").statusCode()).isEqualTo(204);
        assertThat(body(post(body)).path("stop_reason").asString()).isEqualTo("refusal");
        assertThat(body(post(body)).path("stop_reason").asString()).isEqualTo("refusal");
        assertThat(control("fault=hiccup").body()).contains("no-credit").contains("broken-json");
        send(HttpRequest.newBuilder(claude.baseUrl().resolve("/_simulator/faults"))
                .DELETE());
        assertThat(body(post(body)).path("stop_reason").asString()).isEqualTo("end_turn");
    }

    private HttpResponse<String> control(String form) throws Exception {
        return send(HttpRequest.newBuilder(claude.baseUrl().resolve("/_simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String body(String fields) {
        return "{\"model\": \"claude-haiku-5-5\", \"max_tokens\": 100, " + fields + "}";
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(request(body).header("x-api-key", ClaudeSimulator.KEY).header("anthropic-version", "2026-10-21"));
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(claude.baseUrl().resolve("/v1/messages"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
