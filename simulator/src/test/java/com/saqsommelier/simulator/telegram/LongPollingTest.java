package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LongPollingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TelegramSimulator telegram;
    private BotClient bot;
    private Conversation marie;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = new BotClient(telegram);
        marie = telegram.conversation(new TelegramUser(77, "Marie", null, "fr"));
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    private List<String> texts(Map<String, ?> parameters) {
        return texts(bot.call("getUpdates", parameters).result());
    }

    private static List<String> texts(JsonNode updates) {
        return updates.valueStream()
                .map(update -> update.path("message").path("text").asString(""))
                .toList();
    }

    @Test
    void a_waiting_poll_wakes_when_a_person_writes() throws Exception {
        CompletableFuture<BotClient.Answer> poll = bot.callLater("getUpdates", Map.of("timeout", 30));
        assertThat(telegram.awaitPolls(1, PATIENCE)).isTrue();

        marie.send("/search chateau");

        JsonNode update = poll.get(10, TimeUnit.SECONDS).result().get(0);
        assertThat(update.path("update_id").isIntegralNumber()).isTrue();
        JsonNode message = update.path("message");
        assertThat(message.path("text").asString()).isEqualTo("/search chateau");
        assertThat(message.path("entities").toString())
                .isEqualTo("[{\"type\":\"bot_command\",\"offset\":0,\"length\":7}]");
        assertThat(message.path("from").path("first_name").asString()).isEqualTo("Marie");
    }

    @Test
    void answers_at_once_without_a_timeout() {
        assertThat(texts(Map.of())).isEmpty();
    }

    @Test
    void an_offset_confirms_what_came_before_it() {
        marie.send("un");
        marie.send("deux");
        marie.send("trois");
        JsonNode all = bot.call("getUpdates", Map.of()).result();
        assertThat(texts(all)).containsExactly("un", "deux", "trois");
        assertThat(texts(Map.of())).containsExactly("un", "deux", "trois");
        long first = all.get(0).path("update_id").asLong();

        assertThat(texts(Map.of("offset", first + 1))).containsExactly("deux", "trois");
        assertThat(texts(Map.of())).containsExactly("deux", "trois");
        assertThat(texts(Map.of("limit", 1))).containsExactly("deux");
    }

    @Test
    void a_negative_offset_forgets_all_but_the_last() {
        marie.send("un");
        marie.send("deux");

        assertThat(texts(Map.of("offset", -1))).containsExactly("deux");
        assertThat(texts(Map.of())).containsExactly("deux");
    }

    @Test
    void update_ids_count_up_by_one() {
        marie.send("un");
        marie.send("deux");
        JsonNode all = bot.call("getUpdates", Map.of()).result();

        assertThat(all.get(1).path("update_id").asLong())
                .isEqualTo(all.get(0).path("update_id").asLong() + 1);
    }

    @Test
    void the_bot_gets_only_the_kinds_it_asked_for() {
        bot.call("getUpdates", Map.of("allowed_updates", List.of("callback_query")));
        marie.send("un");
        assertThat(texts(Map.of())).isEmpty();

        bot.call("getUpdates", Map.of("allowed_updates", List.of()));
        marie.send("deux");
        assertThat(texts(Map.of())).containsExactly("deux");
        assertThat(bot.call("getUpdates", Map.of("allowed_updates", "{}")).status())
                .isEqualTo(400);
        assertThat(bot.call("getUpdates", Map.of("allowed_updates", List.of(1))).status())
                .isEqualTo(400);
    }

    @Test
    void a_second_poll_ends_the_first_with_409() throws Exception {
        CompletableFuture<BotClient.Answer> first = bot.callLater("getUpdates", Map.of("timeout", 30));
        assertThat(telegram.awaitPolls(1, PATIENCE)).isTrue();
        CompletableFuture<BotClient.Answer> second = bot.callLater("getUpdates", Map.of("timeout", 30));

        BotClient.Answer ended = first.get(10, TimeUnit.SECONDS);
        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.description())
                .isEqualTo("Conflict: terminated by other getUpdates request; "
                        + "make sure that only one bot instance is running");
        marie.send("à toi");
        assertThat(texts(second.get(10, TimeUnit.SECONDS).result())).containsExactly("à toi");
    }

    @Test
    void a_shared_location_and_a_group_message_reach_the_bot() {
        marie.shareLocation(45.5088, -73.554);
        Conversation group = telegram.group(-100, "Amis du vin", marie.user());
        group.send("/new");

        JsonNode updates = bot.call("getUpdates", Map.of()).result();
        assertThat(updates.get(0).path("message").path("location").toString())
                .isEqualTo("{\"latitude\":45.5088,\"longitude\":-73.554}");
        assertThat(updates.get(1).path("message").path("chat").toString())
                .isEqualTo("{\"id\":-100,\"title\":\"Amis du vin\",\"type\":\"group\"}");
    }
}
