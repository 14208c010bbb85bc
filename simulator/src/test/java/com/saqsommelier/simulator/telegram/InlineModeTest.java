package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class InlineModeTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private TelegramSimulator telegram;
    private BotClient bot;
    private Conversation marie;
    private long confirmed;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0, clock);
        bot = new BotClient(telegram);
        marie = telegram.conversation(new TelegramUser(77, "Marie", null, "fr"));
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    private static Map<String, Object> article(String id) {
        return Map.of(
                "type",
                "article",
                "id",
                id,
                "title",
                "Château " + id,
                "description",
                "24,95 $",
                "input_message_content",
                Map.of("message_text", "<b>Château</b> " + id, "parse_mode", "HTML"));
    }

    private static Map<String, Object> withButton(Map<String, Object> article) {
        Map<String, Object> more = new HashMap<>(article);
        more.put(
                "reply_markup", Map.of("inline_keyboard", List.of(List.of(Map.of("text", "a", "callback_data", "1")))));
        return more;
    }

    private JsonNode nextUpdate() {
        JsonNode update = bot.call("getUpdates", Map.of("offset", confirmed + 1, "timeout", 10))
                .result()
                .path(0);
        confirmed = update.path("update_id").asLong();
        return update;
    }

    /** Asks in a thread of its own, as the answer comes from this one. */
    private CompletableFuture<InlineAnswer> ask(Conversation chat, String words) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return chat.askInline(words, SOON);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private BotClient.Answer answer(JsonNode query, List<?> results, Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(
                Map.of("inline_query_id", query.path("id").asString(), "results", results, "cache_time", 0));
        parameters.putAll(more);
        return bot.call("answerInlineQuery", parameters);
    }

    @Test
    void a_query_reaches_the_bot_and_the_chosen_result_the_chat() throws Exception {
        CompletableFuture<InlineAnswer> asked = ask(marie, "chateau");
        JsonNode query = nextUpdate().path("inline_query");
        assertThat(query.path("query").asString()).isEqualTo("chateau");
        assertThat(query.path("offset").asString("?")).isEmpty();
        assertThat(query.path("chat_type").asString()).isEqualTo("sender");
        assertThat(query.path("from").path("language_code").asString()).isEqualTo("fr");

        assertThat(answer(
                                query,
                                List.of(article("1"), article("2")),
                                Map.of(
                                        "next_offset",
                                        "2",
                                        "button",
                                        Map.of("text", "Mes alertes", "start_parameter", "alerts")))
                        .status())
                .isEqualTo(200);

        InlineAnswer answer = asked.get(10, TimeUnit.SECONDS);
        assertThat(answer.results()).first().isEqualTo(new InlineAnswer.Result("1", "Château 1", "24,95 $"));
        assertThat(answer.nextOffset()).isEqualTo("2");
        assertThat(answer.button()).isEqualTo("Mes alertes");
        ChatMessage posted = marie.choose(answer, "2");
        assertThat(posted.html()).isEqualTo("<b>Château</b> 2");
        assertThat(posted.fromBot()).isFalse();
        assertThat(posted.viaBot()).isTrue();
        JsonNode message = nextUpdate().path("message");
        assertThat(message.path("from").path("id").asLong()).isEqualTo(77);
        assertThat(message.path("via_bot").path("username").asString()).isEqualTo("saq_sommelier_bot");
        assertThatThrownBy(() -> marie.choose(answer, "3")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_result_with_buttons_is_edited_by_the_name_that_a_tap_tells() throws Exception {
        Conversation group = telegram.group(-100, "Amis du vin", marie.user());
        CompletableFuture<InlineAnswer> asked = ask(group, "x");
        JsonNode query = nextUpdate().path("inline_query");
        assertThat(query.path("chat_type").asString()).isEqualTo("group");
        answer(query, List.of(withButton(article("1"))), Map.of());
        ChatMessage posted = group.choose(asked.get(10, TimeUnit.SECONDS), "1");
        assertThat(nextUpdate().path("message").path("via_bot").isObject()).isTrue();

        group.tap(posted, "a");
        JsonNode tap = nextUpdate().path("callback_query");

        assertThat(tap.has("message")).isFalse();
        String name = tap.path("inline_message_id").asString();
        assertThat(bot.call("editMessageText", Map.of("inline_message_id", name, "text", "Changé"))
                        .result()
                        .booleanValue())
                .isTrue();
        assertThat(group.messages().getLast().text()).isEqualTo("Changé");
        assertThat(bot.call("editMessageText", Map.of("inline_message_id", name, "text", "Changé"))
                        .description())
                .startsWith("Bad Request: message is not modified");
        for (String wrong : List.of("x", "LTEwMDo5OTk", "!")) {
            assertThat(bot.call("editMessageReplyMarkup", Map.of("inline_message_id", wrong))
                            .description())
                    .isEqualTo("Bad Request: MESSAGE_ID_INVALID");
        }
    }

    @Test
    void an_answer_is_given_again_for_as_long_as_the_bot_allows_and_to_whom() throws Exception {
        CompletableFuture<InlineAnswer> asked = ask(marie, "x");
        answer(nextUpdate().path("inline_query"), List.of(article("1")), Map.of("cache_time", 60));
        asked.get(10, TimeUnit.SECONDS);
        Conversation alex = telegram.conversation(new TelegramUser(78, "Alex", null, "en"));

        InlineAnswer again = alex.askInline("x", SOON);
        assertThat(again.results()).hasSize(1);
        assertThat(alex.choose(again, "1").viaBot()).isTrue();
        nextUpdate();

        clock.advance(Duration.ofSeconds(61));
        asked = ask(alex, "x");
        answer(nextUpdate().path("inline_query"), List.of(article("2")), Map.of("cache_time", 60, "is_personal", true));
        asked.get(10, TimeUnit.SECONDS);
        assertThat(alex.askInline("x", SOON).results().getFirst().id()).isEqualTo("2");
        asked = ask(marie, "x");
        assertThat(nextUpdate().path("inline_query").path("from").path("id").asLong())
                .isEqualTo(77);
        asked.cancel(true);
    }

    @Test
    void refuses_an_answer_twice_late_or_to_nothing() throws Exception {
        CompletableFuture<InlineAnswer> asked = ask(marie, "x");
        JsonNode query = nextUpdate().path("inline_query");
        assertThat(answer(query, List.of(), Map.of()).status()).isEqualTo(200);
        assertThat(asked.get(10, TimeUnit.SECONDS).results()).isEmpty();
        String tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        assertThat(answer(query, List.of(), Map.of()).description()).isEqualTo(tooOld);

        asked = ask(marie, "y");
        query = nextUpdate().path("inline_query");
        clock.advance(Duration.ofSeconds(31));
        assertThat(answer(query, List.of(), Map.of()).description()).isEqualTo(tooOld);
        asked.cancel(true);
    }

    @Test
    void refuses_results_that_telegram_refuses() {
        List<Map<String, Object>> many =
                IntStream.range(0, 51).mapToObj(n -> article("" + n)).toList();
        assertRefused(many, "RESULTS_TOO_MUCH");
        assertRefused(List.of(article("1"), article("1")), "RESULT_ID_DUPLICATE");
        assertRefused(List.of(article("")), "RESULT_ID_INVALID");
        assertRefused(List.of(article("é".repeat(33))), "RESULT_ID_INVALID");
        assertRefused(List.of("x"), "can't parse inline query result: InlineQueryResult must be an Object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type                  |          | can't parse inline query result: type "" is unsupported for the inline query result
                    type                  | photo    | can't parse inline query result: the stand-in knows results of type article, not photo
                    title                 |          | ARTICLE_TITLE_EMPTY
                    input_message_content |          | can't parse inline query result: Can't find field "input_message_content"
                    message_text          |          | message text is empty
                    message_text          | <b>x     | can't parse entities: Can't find end tag corresponding to start tag "b"
                    """)
    void refuses_an_article_that_telegram_refuses(String field, String value, String refusal) {
        Map<String, Object> article = new HashMap<>(article("1"));
        Map<String, Object> changed = value == null ? Map.of() : Map.of(field, value);
        if (field.equals("message_text")) {
            Map<String, Object> content = new HashMap<>(changed);
            content.put("parse_mode", "HTML");
            article.put("input_message_content", content);
        } else {
            article.remove(field);
            article.putAll(changed);
        }
        assertRefused(List.of(article), refusal);
    }

    @Test
    void refuses_what_surrounds_the_results_in_a_wrong_way() {
        BotClient.Answer noArray = bot.call("answerInlineQuery", Map.of("inline_query_id", "1", "results", "{}"));
        assertThat(noArray.description()).contains("an Array of InlineQueryResult is expected");
        assertThat(answer(Json.object().put("id", "1"), List.of(), Map.of("next_offset", "x".repeat(65)))
                        .description())
                .isEqualTo("Bad Request: NEXT_OFFSET_INVALID");
        assertThat(answer(
                                Json.object().put("id", "1"),
                                List.of(),
                                Map.of("button", Map.of("text", "x", "start_parameter", "a b")))
                        .description())
                .isEqualTo("Bad Request: START_PARAM_INVALID");
        assertThatThrownBy(() -> marie.askInline("x".repeat(257), SOON)).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRefused(List<?> results, String refusal) {
        BotClient.Answer answer = answer(Json.object().put("id", "1"), results, Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.description()).isEqualTo("Bad Request: " + refusal);
    }
}
