package com.saqsommelier.recommend.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolChoiceAuto;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Messages API through Anthropic's own library. Everything is streamed, so that a reason can be shown while the next is
 * written. Nothing is tried twice: a person waits, and there is a next step down.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Messages API</a>
 */
final class MessagesApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessagesApi.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Documented only by its words: the status and type are those of any malformed request. */
    private static final String NO_CREDIT = "credit balance is too low";

    /** A stream's first event, for warming up. */
    private static final String BEGINNING = """
            {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"m","content":[],
            "stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}""";

    private final CompletableFuture<AnthropicClient> client;
    private final ClaudeModel model;

    /** Prepares in the background: the library needs seconds to load its classes, and no start should wait for it. */
    MessagesApi(ClaudeSettings settings, ClaudeModel model) {
        this.model = model;
        this.client = CompletableFuture.supplyAsync(
                () -> client(settings),
                work -> Thread.ofPlatform().name("claude").daemon().start(() -> {
                    work.run();
                    warm();
                }));
    }

    private static AnthropicClient client(ClaudeSettings settings) {
        return AnthropicOkHttpClient.builder()
                .apiKey(settings.apiKey())
                .baseUrl(settings.baseUrl().toString())
                .maxRetries(0)
                .timeout(Timeout.builder()
                        .connect(CONNECT)
                        .read(settings.timeout())
                        .request(settings.timeout())
                        .build())
                .build();
    }

    /** Has the library's mapper read and write once, so that the first person does not wait for that. */
    private void warm() {
        try {
            Prompt prompt = new Prompt(Purpose.UNDERSTAND, "", "warm");
            ObjectMappers.jsonMapper()
                    .writeValueAsString(params(new Ask(prompt, "up", Optional.of(UnderstandTool.tool()), 1))
                            ._body());
            MessageAccumulator.create()
                    .accumulate(ObjectMappers.jsonMapper().readValue(BEGINNING, RawMessageStreamEvent.class));
        } catch (com.fasterxml.jackson.core.JacksonException | RuntimeException e) {
            LOG.debug("The first call of Claude will be slower", e);
        }
    }

    /**
     * Asks.
     *
     * @param onText is given each piece of text as it comes
     * @throws SetbackException when there is no whole answer
     */
    Reply ask(Ask ask, Consumer<String> onText) throws SetbackException {
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> events =
                client.join().messages().createStreaming(params(ask))) {
            events.stream()
                    .peek(whole::accumulate)
                    .forEach(event -> event.contentBlockDelta()
                            .flatMap(delta -> delta.delta().text())
                            .ifPresent(text -> onText.accept(text.text())));
        } catch (AnthropicServiceException e) {
            throw refused(e);
        } catch (AnthropicIoException e) {
            throw SetbackException.of(timedOut(e) ? Setback.TIMEOUT : Setback.UNREACHABLE, kind(e), e);
        } catch (RuntimeException e) {
            // The library wraps what broke while it read, or says so in its own way.
            throw SetbackException.of(
                    timedOut(e) ? Setback.TIMEOUT : broken(e) ? Setback.UNREACHABLE : Setback.BAD_ANSWER, kind(e), e);
        }
        return reply(ask, message(whole));
    }

    private static Message message(MessageAccumulator whole) throws SetbackException {
        try {
            return whole.message();
        } catch (RuntimeException e) {
            throw SetbackException.of(Setback.UNREACHABLE, "the stream ended too early", e);
        }
    }

    private static Reply reply(Ask ask, Message message) throws SetbackException {
        com.anthropic.models.messages.Usage counted = message.usage();
        Usage usage = new Usage(
                counted.inputTokens(),
                counted.outputTokens(),
                counted.cacheCreationInputTokens().orElse(0L),
                counted.cacheReadInputTokens().orElse(0L));
        StopReason stop = message.stopReason().orElse(StopReason.END_TURN);
        if (stop.equals(StopReason.REFUSAL)) {
            throw SetbackException.paid(Setback.REFUSED, usage);
        }
        if (stop.equals(StopReason.MAX_TOKENS)) {
            throw SetbackException.paid(Setback.TOO_LONG, usage);
        }
        String text = message.content().stream()
                .flatMap(block -> block.text().stream())
                .map(block -> block.text())
                .collect(Collectors.joining());
        Optional<JsonNode> input = message.content().stream()
                .flatMap(block -> block.toolUse().stream())
                .filter(use -> ask.tool().map(Ask.Tool::name).equals(Optional.of(use.name())))
                .findFirst()
                .flatMap(use -> json(use._input()))
                .filter(whole -> ask.tool().orElseThrow().isWhole(whole));
        if (ask.tool().isPresent() && input.isEmpty()) {
            throw SetbackException.paid(Setback.BAD_ANSWER, usage);
        }
        return new Reply(input, text, usage);
    }

    private static Optional<JsonNode> json(JsonValue value) {
        try {
            JsonNode node = JSON.valueToTree(value.convert(Object.class));
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private MessageCreateParams params(Ask ask) {
        MessageCreateParams.Builder params = MessageCreateParams.builder()
                .model(model.name())
                .maxTokens(ask.mostTokens())
                .systemOfTextBlockParams(List.of(TextBlockParam.builder()
                        .text(ask.prompt().text())
                        .cacheControl(CacheControlEphemeral.builder().build())
                        .build()))
                .addUserMessage(ask.turn());
        // Forcing a tool is refused by models that think, so the prompt asks for it, and an answer without is a
        // setback.
        ask.tool()
                .ifPresent(tool -> params.addTool(tool(tool))
                        .toolChoice(ToolChoiceAuto.builder()
                                .disableParallelToolUse(true)
                                .build()));
        switch (model.thinking()) {
            case OFF -> params.thinking(ThinkingConfigDisabled.builder().build());
            case LOW ->
                params.outputConfig(
                        OutputConfig.builder().effort(OutputConfig.Effort.LOW).build());
            case NONE -> {}
        }
        return params.build();
    }

    @SuppressWarnings("unchecked") // A schema's properties are an object, and so a map.
    private static Tool tool(Ask.Tool tool) {
        Map<String, Object> schema = JSON.convertValue(tool.schema(), Map.class);
        Tool.InputSchema.Properties.Builder properties = Tool.InputSchema.Properties.builder();
        ((Map<String, Object>) schema.getOrDefault("properties", Map.of()))
                .forEach((name, property) -> properties.putAdditionalProperty(name, JsonValue.from(property)));
        return Tool.builder()
                .name(tool.name())
                .description(tool.description())
                .strict(true)
                .inputSchema(Tool.InputSchema.builder()
                        .properties(properties.build())
                        .required((List<String>) schema.getOrDefault("required", List.of()))
                        .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                        .build())
                .build();
    }

    private static SetbackException refused(AnthropicServiceException e) {
        int status = e.statusCode();
        String message = String.valueOf(e.getMessage());
        if (message.contains(NO_CREDIT) || status == 402) {
            return SetbackException.of(Setback.NO_CREDIT, "", e);
        }
        return switch (status) {
            case 401, 403 -> SetbackException.of(Setback.BAD_KEY, "status " + status, e);
            case 408, 504 -> SetbackException.of(Setback.TIMEOUT, "status " + status, e);
            case 429 -> SetbackException.wait(Setback.RATE_LIMITED, retryAfter(e), e);
            case 529 -> SetbackException.of(Setback.OVERLOADED, "", e);
            // An error that comes in the middle of a stream has the status of the stream.
            default ->
                SetbackException.of(
                        message.contains("overloaded_error")
                                ? Setback.OVERLOADED
                                : status >= 500 || status < 400 ? Setback.SERVER_ERROR : Setback.BAD_REQUEST,
                        "status " + status + ", " + e.apiMessage().orElse(""),
                        e);
        };
    }

    private static Duration retryAfter(AnthropicServiceException e) {
        return e.headers().values("retry-after").stream()
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(USUAL_WAIT);
    }

    private static boolean timedOut(Throwable e) {
        return caused(e, InterruptedIOException.class);
    }

    private static boolean broken(Throwable e) {
        return caused(e, java.io.IOException.class) && !caused(e, com.fasterxml.jackson.core.JacksonException.class);
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    @Override
    public void close() {
        if (client.isDone() && !client.isCompletedExceptionally()) {
            client.join().close();
        }
    }
}
