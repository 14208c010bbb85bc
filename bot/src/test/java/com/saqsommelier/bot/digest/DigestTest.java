package com.saqsommelier.bot.digest;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.api.DigestView;
import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.FakeDigest;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.bot.fixture.TelegramHtml;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.vocabulary.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DigestTest {

    private static final Bottles TALBOT = aRedWine().named("Château Talbot");
    private static final DigestView TALBOT_WEEK =
            FakeDigest.of(List.of(TALBOT), List.of(new DigestView.Pick(TALBOT.view(), "new")));

    private final Shelf shelf = Shelf.of(TALBOT);
    private final ScriptedTelegram server = new ScriptedTelegram();
    private final Telegram telegram = Telegram.connect(server.botApi());

    @AfterEach
    void close() {
        telegram.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_long_week_is_split_between_products_and_every_product_is_there(Language language) {
        List<Bottles> many = IntStream.range(0, 150)
                .mapToObj(number -> aRedWine().named("<b>&\"_*[ " + "x".repeat(50) + " No" + number + "."))
                .toList();

        List<Html> parts = DigestText.of(
                FakeDigest.of(many, List.of(new DigestView.Pick(TALBOT.view(), "rated"))), Messages.in(language));

        assertThat(parts).hasSizeGreaterThan(2).allSatisfy(part -> {
            assertThat(part.length()).isBetween(1, Html.LONGEST_MESSAGE);
            TelegramHtml.assertAccepted(part.markup());
        });
        String all = String.join("\n", parts.stream().map(Html::plainText).toList());
        IntStream.range(0, 150).forEach(number -> assertThat(all).containsOnlyOnce("No" + number + "."));
    }

    @Test
    void a_group_that_became_a_supergroup_is_followed_and_the_operator_told() throws InterruptedException {
        shelf.digest().happened(TALBOT_WEEK);
        shelf.digest().wanted("tg:-100", null, false, 0);
        server.failing(
                "sendMessage",
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                "{\"migrate_to_chat_id\":-1001557912345}");

        DigestSummary summary = sender(false).send();

        assertThat(summary.sent()).isEqualTo(1);
        assertThat(summary.failed()).isZero();
        assertThat(server.unread())
                .extracting(message -> message.path("chat_id").asText())
                .containsExactly("9", "-1001557912345");
        assertThat(server.unread().getFirst().path("text").asText()).contains("-1001557912345");
        assertThat(shelf.digest().steps())
                .containsExactly(
                        "tg:-100 begun 1",
                        "tg:-100 moved 1",
                        "tg:-1001557912345 begun 1",
                        "tg:-1001557912345 sent 1 last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat not found",
                "message thread not found",
                "not enough rights to send text messages to the chat"
            })
    void a_group_that_is_gone_is_not_tried_for_ever(String why) throws InterruptedException {
        shelf.digest().happened(TALBOT_WEEK);
        shelf.digest().wanted("tg:-100", null, false, 0);
        server.failing("sendMessage", 400, "Bad Request: " + why, "{}");

        DigestSummary summary = sender(false).send();

        assertThat(summary.blocked()).isEqualTo(1);
        assertThat(shelf.digest().steps()).containsExactly("tg:-100 begun 1", "tg:-100 blocked 1");
        assertThat(server.unread())
                .singleElement()
                .satisfies(told -> assertThat(told.path("chat_id").asText()).isEqualTo("9"));
    }

    @Test
    void the_group_reads_it_in_its_language_and_each_person_in_theirs() throws InterruptedException {
        shelf.digest().happened(TALBOT_WEEK);
        shelf.digest().wanted("tg:-100", null, false, 0);
        shelf.digest().wanted("tg:1", "en", true, 0);
        shelf.digest().wanted("tg:2", null, false, 0);

        DigestSummary summary = sender(false).send();

        assertThat(summary).isEqualTo(new DigestSummary(FakeDigest.WEEK, 1, 0, 0, 3, 3, 3, 0, 0, 0));
        List<JsonNode> sent = server.unread();
        assertThat(sent.get(0).path("text").asText())
                .startsWith("📰 <b>La semaine à la SAQ</b>")
                .contains("Château Talbot", "nouveau cette semaine", "✨ <b>1 nouveauté</b>");
        assertThat(sent.get(0).path("disable_notification").asBoolean()).isFalse();
        assertThat(sent.get(1).path("text").asText()).startsWith("📰 <b>This week at the SAQ</b>");
        assertThat(sent.get(1).path("disable_notification").asBoolean())
                .as("in quiet hours")
                .isTrue();
        assertThat(sent.get(2).path("text").asText()).contains("La semaine");
        assertThat(shelf.digest().steps()).startsWith("tg:-100 begun 1", "tg:-100 sent 1 last");
    }

    @Test
    void a_message_that_was_begun_before_a_kill_is_not_sent_again() throws InterruptedException {
        shelf.digest().happened(TALBOT_WEEK);
        shelf.digest().wanted("tg:1", null, false, 1);
        shelf.digest().wanted("tg:409", null, false, 0);

        assertThat(sender(false).send().messages()).isZero();

        assertThat(server.unread()).isEmpty();
        assertThat(shelf.digest().steps()).containsExactly("tg:1 sent 1 last", "tg:409 begun 1");
    }

    @Test
    void one_whose_answer_is_lost_is_not_sent_again_either() throws InterruptedException {
        server.answering("sendMessage", 200, "{\"ok\":tr");
        shelf.digest().happened(TALBOT_WEEK);
        shelf.digest().wanted("tg:1", null, false, 0);

        assertThat(sender(false).send().doubtful()).isEqualTo(1);

        assertThat(shelf.digest().steps()).containsExactly("tg:1 begun 1", "tg:1 sent 1 last");
    }

    @Test
    void what_telegram_refuses_is_tried_again_or_given_up() throws InterruptedException {
        server.failing("sendMessage", 500, "Internal Server Error", "{}")
                .failing("sendMessage", 403, "Forbidden: bot was kicked from the group chat", "{}")
                .failing("sendMessage", 400, "Bad Request: can't parse entities", "{}");
        shelf.digest().happened(TALBOT_WEEK);
        shelf.digest().wanted("tg:1", null, false, 0);
        shelf.digest().wanted("tg:2", null, false, 0);
        shelf.digest().wanted("tg:3", null, false, 0);

        DigestSummary summary = sender(false).send();

        assertThat(summary).isEqualTo(new DigestSummary(FakeDigest.WEEK, 1, 0, 0, 3, 1, 1, 0, 1, 1));
        assertThat(shelf.digest().steps())
                .containsExactly(
                        "tg:1 begun 1",
                        "tg:1 retry 1",
                        "tg:2 begun 1",
                        "tg:2 blocked 1",
                        "tg:3 begun 1",
                        "tg:3 failed 1",
                        "tg:1 begun 1",
                        "tg:1 sent 1 last");
    }

    @Test
    void a_quiet_week_is_a_line_or_nothing() throws InterruptedException {
        shelf.digest().wanted("tg:1", null, false, 0);
        assertThat(sender(false).send().messages()).isZero();
        assertThat(shelf.digest().steps()).containsExactly("tg:1 sent 1 last");

        shelf.digest().wanted("tg:2", "en", false, 0);
        assertThat(sender(true).send().messages()).isEqualTo(1);
        assertThat(server.nextMessage().path("text").asText()).isEqualTo("📰 Nothing new at the SAQ this week.");
    }

    @Test
    void the_preview_is_plain_text() {
        shelf.digest().happened(FakeDigest.of(List.of(aRedWine().named("A & <B>")), List.of()));

        assertThat(WeeklyDigest.preview(WeeklyDigest.present(shelf), Language.ENGLISH))
                .singleElement()
                .asString()
                .contains("This week at the SAQ", "A & <B>")
                .doesNotContain("<b>", "&amp;");
    }

    private DigestSender sender(boolean quietWeekIsSaid) {
        return new DigestSender(shelf, telegram, Set.of(9L), List.of(-100L), Language.FRENCH, quietWeekIsSaid);
    }
}
