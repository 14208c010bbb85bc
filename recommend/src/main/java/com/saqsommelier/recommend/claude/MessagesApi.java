package com.saqsommelier.recommend.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
                    .writeValueAsString(MessageRequest.of(
                                    new ClaudeRequest(prompt, "up", Optional.of(UnderstandTool.tool()), 1), model)
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
     * @throws ClaudeFailureException when there is no whole answer
     */
    Reply ask(ClaudeRequest ask, Consumer<String> onText) throws ClaudeFailureException {
        AnthropicClient anthropic = client();
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> events =
                anthropic.messages().createStreaming(MessageRequest.of(ask, model))) {
            events.stream()
                    .peek(whole::accumulate)
                    .forEach(event -> event.contentBlockDelta()
                            .flatMap(delta -> delta.delta().text())
                            .ifPresent(text -> onText.accept(text.text())));
        } catch (RuntimeException e) {
            throw ApiFailure.told(e);
        }
        return reply(ask, message(whole));
    }

    private AnthropicClient client() throws ClaudeFailureException {
        try {
            return client.join();
        } catch (CompletionException e) {
            throw ClaudeFailureException.of(ClaudeFailure.BAD_REQUEST, "the client cannot be made: " + e.getCause(), e);
        }
    }

    private static Message message(MessageAccumulator whole) throws ClaudeFailureException {
        try {
            return whole.message();
        } catch (RuntimeException e) {
            throw ClaudeFailureException.of(ClaudeFailure.UNREACHABLE, "the stream ended too early", e);
        }
    }

    private static Reply reply(ClaudeRequest ask, Message message) throws ClaudeFailureException {
        com.anthropic.models.messages.Usage counted = message.usage();
        Usage usage = new Usage(
                counted.inputTokens(),
                counted.outputTokens(),
                counted.cacheCreationInputTokens().orElse(0L),
                counted.cacheReadInputTokens().orElse(0L));
        StopReason stop = message.stopReason().orElse(StopReason.END_TURN);
        if (stop.equals(StopReason.REFUSAL)) {
            throw ClaudeFailureException.paid(ClaudeFailure.REFUSED, usage);
        }
        if (stop.equals(StopReason.MAX_TOKENS)) {
            throw ClaudeFailureException.paid(ClaudeFailure.TOO_LONG, usage);
        }
        String text = message.content().stream()
                .flatMap(block -> block.text().stream())
                .map(block -> block.text())
                .collect(Collectors.joining());
        Optional<JsonNode> input = message.content().stream()
                .flatMap(block -> block.toolUse().stream())
                .filter(use -> ask.tool().map(ClaudeRequest.Tool::name).equals(Optional.of(use.name())))
                .findFirst()
                .flatMap(use -> json(use._input()))
                .filter(whole -> ask.tool().orElseThrow().isWhole(whole));
        if (ask.tool().isPresent() && input.isEmpty()) {
            throw ClaudeFailureException.paid(ClaudeFailure.BAD_ANSWER, usage);
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

    @Override
    public void close() {
        if (client.isDone() && !client.isCompletedExceptionally()) {
            client.join().close();
        }
    }
}
