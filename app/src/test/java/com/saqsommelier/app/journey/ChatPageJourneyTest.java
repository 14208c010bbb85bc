package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.telegram.PageAction;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What the chat page of the stand-in can do, whatever the bot: used by a real browser, against calls one by one. */
@Timeout(120)
class ChatPageJourneyTest {

    private TelegramSimulator telegram;
    private ScriptedBot bot;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        Browser.require();
        telegram = TelegramSimulator.start(0);
        telegram.group(-1001, "Les vins du vendredi", new TelegramUser(1001, "Camille", "camille", "fr"));
        telegram.group(-1001, "Les vins du vendredi", new TelegramUser(1002, "Alex", "alex", "en"));
        bot = new ScriptedBot(telegram);
        browser = Browser.open(Screen.PHONE);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            bot.close();
            telegram.close();
        }
    }

    private ChatWindow visit(String query) {
        return browser.visit(telegram.baseUrl().resolve("/" + query));
    }

    private JsonNode say(long chat, String text, Map<String, ?> markup) throws Exception {
        return bot.call(
                "sendMessage", Map.of("chat_id", chat, "text", text, "parse_mode", "HTML", "reply_markup", markup));
    }

    @Test
    void bottles_are_offered_while_one_types_the_bots_name_and_posted_in_a_group() throws Exception {
        ChatWindow chat = visit("?user=1001&chat=-1001");
        chat.awaitOpen("Les vins du vendredi");

        chat.type("@saq_sommelier_bot chateau");
        String query = bot.await("inline_query").path("id").asString();
        bot.call(
                "answerInlineQuery",
                Map.of(
                        "inline_query_id",
                        query,
                        "cache_time",
                        0,
                        "next_offset",
                        "1",
                        "button",
                        Map.of("text", "Ouvrir le sommelier", "start_parameter", "inline"),
                        "results",
                        List.of(Map.of(
                                "type",
                                "article",
                                "id",
                                "1",
                                "title",
                                "Château Talbot 2018",
                                "description",
                                "89,75 $ · ✅ en ligne",
                                "input_message_content",
                                Map.of("message_text", "Château Talbot 2018")))));
        chat.awaitSeen("#results", "Château Talbot 2018");
        browser.picture(chat, "page-inline");
        chat.click("#results .result:not(.more)");

        assertThat(chat.awaitOwn("Château Talbot 2018")).isNotNull();
        assertThat(chat.seen(".message.mine .about")).isEqualTo("via @saq_sommelier_bot");
        assertThat(bot.await("message").path("via_bot").isObject()).isTrue();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void a_person_replies_edits_forwards_and_sends_what_is_no_text() throws Exception {
        ChatWindow chat = visit("?user=1001");
        chat.start();
        bot.await("message");
        say(1001, "Bonjour!", Map.of("force_reply", true, "input_field_placeholder", "Votre ville"));
        chat.awaitSeen("#answering-text", "Réponse à : Bonjour!");

        chat.write("Montréal");
        assertThat(bot.await("message").path("reply_to_message").path("text").asString())
                .isEqualTo("Bonjour!");
        chat.choose(chat.awaitOwn("Montréal"), "Modifier");
        chat.clear();
        chat.write("Québec");
        assertThat(bot.await("edited_message").path("text").asString()).isEqualTo("Québec");
        chat.choose(chat.awaitOwn("Québec"), "Transférer à Les vins du vendredi");
        chat.attach("Autocollant");
        assertThat(bot.await("message").path("sticker").isObject()).isTrue();
        chat.attach("Message vocal");
        assertThat(bot.await("message").path("voice").isObject()).isTrue();
        chat.attach("Photo");
        assertThat(bot.await("message").path("photo").isArray()).isTrue();
        chat.attach("Partager une position");
        chat.click("#location .primary");
        assertThat(bot.await("message").path("location").path("latitude").asDouble())
                .isEqualTo(45.5088);
        browser.picture(chat, "page-kinds");
        assertThat(chat.hiddenAtTheRight()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void the_drawer_leads_to_people_groups_buttons_and_failures() throws Exception {
        telegram.offer(new PageAction(
                "Faire revenir une bouteille",
                "Bring a bottle back",
                () -> new PageAction.Done("Elle est revenue.", "It is back.")));
        telegram.link("Le saq.com inventé", "The invented saq.com", URI.create("http://127.0.0.1:1/"));
        ChatWindow chat = visit("?user=1001");
        chat.start();
        chat.click("#open-people");
        chat.click("#open-failures");
        chat.click("#failure .primary");
        chat.awaitSeen("#failures", "1 × Trop de messages (429)");
        browser.picture(chat, "page-drawer");
        assertThat(say(1001, "x", Map.of()).isMissingNode()).isTrue();
        chat.click("#actions .action");
        chat.awaitSeen("#toast", "Elle est revenue.");

        chat.click("#add-person");
        chat.click("#odd-names .chip");
        browser.picture(chat, "page-person");
        chat.click("#person .primary");
        chat.awaitSeen("#status", "avec _*[Zoé](x)*_ · français");
        chat.start();
        assertThat(bot.await("message").path("from").path("first_name").asString())
                .isEqualTo("Camille");
        assertThat(bot.await("message").path("from").path("first_name").asString())
                .isEqualTo("_*[Zoé](x)*_");
        chat.click("#block");
        chat.awaitSeen("#status", "Bot bloqué");
        assertThat(bot.await("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asString())
                .isEqualTo("kicked");
        chat.click("#unblock");
        chat.awaitSeen("#status", "avec _*[Zoé](x)*_ · français");
        chat.click("#open-people");
        chat.click("#add-group");
        chat.type("Souper de samedi");
        chat.click("#group .primary");
        chat.awaitOpen("Souper de samedi");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void a_tap_is_answered_by_a_spinner_a_toast_and_an_alert() throws Exception {
        ChatWindow chat = visit("?user=1002");
        chat.start();
        bot.await("message");
        bot.call("sendChatAction", Map.of("chat_id", 1002, "action", "typing"));
        chat.awaitSeen("#status", "écrit…");
        say(
                1002,
                "<a href=\"https://www.saq.com/fr/1867\">Château</a>",
                Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Suivre", "callback_data", "w1867")))));
        chat.awaitSeen(".preview-site", "www.saq.com");
        chat.click("[data-place]");
        chat.awaitSeen("[data-waiting]", "Suivre");
        JsonNode tap = bot.await("callback_query");
        bot.call("answerCallbackQuery", Map.of("callback_query_id", tap.path("id"), "text", "Noté"));
        chat.awaitSeen("#toast", "Noté");
        assertThat(chat.isThere("[data-waiting]")).isFalse();
        chat.click("[data-place]");
        tap = bot.await("callback_query");
        bot.call(
                "answerCallbackQuery",
                Map.of("callback_query_id", tap.path("id"), "text", "Trop tard", "show_alert", true));
        chat.awaitSeen("#alert-text", "Trop tard");
        assertThat(browser.errors()).isEmpty();
    }
}
