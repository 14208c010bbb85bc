package com.saqsommelier.simulator.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.InternalServerException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anthropic's own library takes the stand-in for the API. */
class OfficialLibraryTest {

    private static final MessageCreateParams HELLO = MessageCreateParams.builder()
            .model("claude-haiku-5-5")
            .maxTokens(100)
            .addUserMessage("<question>Qu'est-ce que la biodynamie ?</question>")
            .build();

    private final ClaudeSimulator claude = ClaudeSimulator.start(0);
    private final AnthropicClient client = AnthropicOkHttpClient.builder()
            .apiKey(ClaudeSimulator.KEY)
            .baseUrl(claude.baseUrl().toString())
            .maxRetries(0)
            .responseValidation(true)
            .build();

    OfficialLibraryTest() throws IOException {}

    @AfterEach
    void close() {
        client.close();
        claude.close();
    }

    @Test
    void it_reads_a_message() {
        Message message = client.messages().create(HELLO).validate();

        assertThat(message.content().getFirst().asText().text()).startsWith("La biodynamie");
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(message.usage().cacheReadInputTokens()).contains(0L);
    }

    @Test
    void it_reads_a_stream() {
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(HELLO)) {
            events.stream().forEach(whole::accumulate);
        }

        assertThat(whole.message().content().getFirst().asText().text()).startsWith("La biodynamie");
        assertThat(whole.message().usage().outputTokens()).isPositive();
    }

    @Test
    void it_knows_the_errors() {
        claude.failNext(Fault.BAD_KEY, 1);
        assertThatThrownBy(() -> client.messages().create(HELLO)).isInstanceOf(UnauthorizedException.class);
        claude.failNext(Fault.NO_CREDIT, 1);
        assertThatThrownBy(() -> client.messages().create(HELLO))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("credit balance is too low");
        claude.failNext(Fault.RATE_LIMIT, 1);
        assertThatThrownBy(() -> client.messages().create(HELLO)).isInstanceOf(RateLimitException.class);
        claude.failNext(Fault.SERVER_ERROR, 1);
        assertThatThrownBy(() -> client.messages().create(HELLO)).isInstanceOf(InternalServerException.class);
    }
}
