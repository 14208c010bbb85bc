package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /v1/messages}.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Create a Message</a>
 * @see <a href="https://platform.claude.com/docs/en/api/versioning">Versions</a>
 */
final class MessagesEndpoint {

    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final String FIRST_VERSION = "2023-06-01";
    private static final Set<String> VERSIONS = Set.of(FIRST_VERSION, "2026-10-21");
    private static final int MOST_KEPT = 10_000;

    private final PromptCache cache;
    private final Faults faults;
    private final Duration pace;
    private final AtomicLong calls = new AtomicLong();
    private final List<ClaudeRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Function<ClaudeRequest, ClaudeReply> model = ByRule::answer;

    MessagesEndpoint(PromptCache cache, Faults faults, Duration pace) {
        this.cache = cache;
        this.faults = faults;
        this.pace = pace;
    }

    void answerBy(Function<ClaudeRequest, ClaudeReply> model) {
        this.model = model;
    }

    List<ClaudeRequest> requests() {
        return List.copyOf(requests);
    }

    void handle(Exchange exchange) throws IOException {
        String requestId = "req_%024d".formatted(calls.incrementAndGet());
        exchange.with("request-id", requestId);
        try {
            answer(exchange);
        } catch (ApiError e) {
            e.retryAfter().ifPresent(wait -> exchange.with("retry-after", Long.toString(wait.toSeconds())));
            exchange.answer(e.status(), "application/json", e.body(requestId).toString());
        }
    }

    private void answer(Exchange exchange) throws IOException {
        if (!exchange.path().equals("/v1/messages")) {
            throw new ApiError(404, "not_found_error", "Not Found", null);
        }
        if (!exchange.method().equals("POST")) {
            throw new ApiError(405, "invalid_request_error", "Method Not Allowed", null);
        }
        headers(exchange);
        JsonNode body = body(exchange);
        ModelRules rules = RequestCheck.check(body, version(exchange).equals(FIRST_VERSION));
        ClaudeRequest request = new ClaudeRequest(body);
        requests.add(request);
        if (requests.size() > MOST_KEPT) {
            requests.removeFirst();
        }
        Optional<Fault> fault = faults.take();
        Optional<ApiError> refusal = fault.flatMap(Fault::refusal);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (fault.equals(Optional.of(Fault.CLOSED))) {
            return;
        }
        if (fault.equals(Optional.of(Fault.SLOW))) {
            sleep();
        }
        ClaudeReply natural = checked(request, model.apply(request));
        ClaudeReply reply = fault.map(it -> FaultyReply.of(it, natural)).orElse(natural);
        reply(exchange, request, reply, cache.read(request, rules), fault.equals(Optional.of(Fault.CUT)));
    }

    /** A key is told in either header; the library of 2026 uses the second. */
    private static void headers(Exchange exchange) {
        String bearer = exchange.header("authorization").orElse("");
        String key = exchange.header("x-api-key").orElse(bearer.startsWith("Bearer ") ? bearer.substring(7) : "");
        if (key.isEmpty()) {
            throw new ApiError(401, "authentication_error", "x-api-key header is required", null);
        }
        if (!key.startsWith("sk-ant-")) {
            throw new ApiError(401, "authentication_error", "invalid x-api-key", null);
        }
        if (exchange.header("anthropic-version").isEmpty()) {
            throw ApiError.invalid("anthropic-version: header is required");
        }
        if (!VERSIONS.contains(version(exchange))) {
            throw ApiError.invalid("anthropic-version: \"" + version(exchange) + "\" is not a valid version");
        }
        if (!exchange.header("content-type").orElse("").startsWith("application/json")) {
            throw ApiError.invalid("content-type: must be application/json");
        }
    }

    private static String version(Exchange exchange) {
        return exchange.header("anthropic-version").orElse("");
    }

    private static JsonNode body(Exchange exchange) throws IOException {
        try {
            return Json.MAPPER.readTree(exchange.body());
        } catch (JacksonException e) {
            throw ApiError.invalid("The request body is not valid JSON: " + e.getOriginalMessage());
        }
    }

    /** The model cannot leave a strict schema; whoever scripts the stand-in cannot either. */
    private static ClaudeReply checked(ClaudeRequest request, ClaudeReply reply) {
        if (reply instanceof ClaudeReply.ToolUse use) {
            JsonNode tool = request.body().path("tools").path(0);
            if (!use.name().equals(tool.path("name").asString(""))) {
                throw new IllegalStateException("The script calls " + use.name() + ", which is no tool of the request");
            }
            Optional<String> fault = SchemaMatch.fault(tool.path("input_schema"), use.input(), "input");
            if (tool.path("strict").asBoolean(false) && fault.isPresent()) {
                throw new IllegalStateException("A strict tool cannot be called so: " + fault.get());
            }
        }
        return reply;
    }

    private void reply(Exchange exchange, ClaudeRequest request, ClaudeReply reply, TokenUsage usage, boolean cut)
            throws IOException {
        ObjectNode message = message(request, reply, usage);
        if (request.streamed()) {
            try (OutputStream out = exchange.stream(200, "text/event-stream; charset=utf-8")) {
                new EventStream(out, pace).write(message, reply, usage, cut);
            }
            return;
        }
        if (cut) {
            byte[] whole = message.toString().getBytes(StandardCharsets.UTF_8);
            exchange.answerCut(200, "application/json", whole.length, java.util.Arrays.copyOf(whole, whole.length / 2));
            return;
        }
        exchange.answer(200, "application/json", message.toString());
    }

    private ObjectNode message(ClaudeRequest request, ClaudeReply reply, TokenUsage usage) {
        ObjectNode message = Json.object()
                .put("id", "msg_%024d".formatted(calls.get()))
                .put("type", "message")
                .put("role", "assistant")
                .put("model", request.model());
        ArrayNode content = message.putArray("content");
        switch (reply) {
            case ClaudeReply.Text text ->
                content.addObject().put("type", "text").put("text", text.text());
            case ClaudeReply.CutShort cut ->
                content.addObject().put("type", "text").put("text", cut.text());
            case ClaudeReply.ToolUse use -> tool(content, use.name()).set("input", use.input());
            case ClaudeReply.BrokenToolUse use -> tool(content, use.name()).put("input", use.input());
            case ClaudeReply.Refusal refusal -> {}
        }
        message.put("stop_reason", reply.stopReason()).putNull("stop_sequence");
        message.set("usage", usage.json(Tokens.of(EventStream.content(reply))));
        return message;
    }

    private ObjectNode tool(ArrayNode content, String name) {
        return content.addObject()
                .put("type", "tool_use")
                .put("id", "toolu_%024d".formatted(calls.get()))
                .put("name", name);
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The stand-in stops", e);
        }
    }
}
