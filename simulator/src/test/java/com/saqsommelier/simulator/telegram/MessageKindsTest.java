package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageKindsTest {

    private TelegramSimulator telegram;
    private BotClient bot;
    private Conversation marie;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0, new ManualClock());
        bot = new BotClient(telegram);
        marie = telegram.conversation(new TelegramUser(77, "Marie", null, "fr"));
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    private List<JsonNode> updates() {
        return bot.call("getUpdates", Map.of()).result().valueStream().toList();
    }

    private void say(long chat, String text) {
        assertThat(bot.call("sendMessage", Map.of("chat_id", chat, "text", text))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void stickers_voice_photos_and_places_reach_the_bot_without_a_text() {
        marie.send(new Sticker("🍷"));
        marie.send(new Voice(4));
        marie.send(new Photo());
        marie.send(new Location(0, 0));

        List<JsonNode> messages =
                updates().stream().map(update -> update.path("message")).toList();
        assertThat(messages).noneMatch(message -> message.has("text"));
        assertThat(messages.get(0).path("sticker").path("emoji").asString()).isEqualTo("🍷");
        assertThat(messages.get(1).path("voice").path("duration").asInt()).isEqualTo(4);
        assertThat(messages.get(2).path("photo")).hasSize(1);
        assertThat(messages.get(3).path("location").toString()).isEqualTo("{\"latitude\":0.0,\"longitude\":0.0}");
        assertThat(marie.messages().getFirst().attachment()).isEqualTo(new Sticker("🍷"));
    }

    @Test
    void an_edited_message_is_told_as_such_and_only_its_author_may_edit_it() {
        marie.send("chateu");
        ChatMessage written = marie.messages().getLast();
        marie.edit(written, "chateau");

        JsonNode edited = updates().get(1).path("edited_message");
        assertThat(edited.path("text").asString()).isEqualTo("chateau");
        assertThat(edited.path("message_id").asLong()).isEqualTo(written.id());
        assertThat(edited.has("edit_date")).isTrue();
        say(77, "Bonjour");
        assertThatThrownBy(() -> marie.edit(marie.messages().getLast(), "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_forwarded_message_says_who_wrote_it_first() {
        Conversation group = telegram.group(-100, "Amis du vin", marie.user());
        marie.send("/start");
        say(77, "Château");
        marie.forward(marie.messages().getLast(), group);
        group.forward(group.messages().getLast(), marie);

        JsonNode origin = updates().getLast().path("message").path("forward_origin");
        assertThat(origin.path("type").asString()).isEqualTo("user");
        assertThat(origin.path("sender_user").path("username").asString()).isEqualTo("saq_sommelier_bot");
        assertThat(updates().getLast().path("message").path("from").path("id").asLong())
                .isEqualTo(77);
    }

    @Test
    void a_bot_in_a_group_is_told_commands_and_answers_and_nothing_else() {
        Conversation group = telegram.group(-100, "Amis du vin", marie.user());
        say(-100, "Bonjour");
        group.send("on ouvre quoi ce soir?");
        group.send("/new@another_bot");
        group.send("/new@saq_sommelier_bot rouge");
        group.reply(group.messages().getFirst(), "merci");
        group.send(new Sticker("🍷"));

        assertThat(updates().stream()
                        .map(update -> update.path("message").path("text").asString("")))
                .containsExactly("/new@saq_sommelier_bot rouge", "merci");
        assertThat(updates()
                        .getLast()
                        .path("message")
                        .path("reply_to_message")
                        .path("text")
                        .asString())
                .isEqualTo("Bonjour");
        assertThat(bot.call("getMe", Map.of())
                        .result()
                        .path("can_read_all_group_messages")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_bot_put_out_of_a_group_is_told_and_can_do_nothing_there() {
        Conversation group = telegram.group(-100, "Amis du vin", marie.user());
        group.block();

        assertThat(updates()
                        .getLast()
                        .path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asString())
                .isEqualTo("kicked");
        assertThat(bot.call("sendMessage", Map.of("chat_id", -100, "text", "x")).description())
                .isEqualTo("Forbidden: bot was kicked from the group chat");
        group.send("/new");
        assertThat(updates()).hasSize(1);
        group.unblock();
        say(-100, "Me revoici");
    }

    @Test
    void tells_what_a_chat_is_and_who_is_in_it() {
        Conversation group = telegram.group(-100, "Amis du vin", marie.user());

        assertThat(bot.call("getChat", Map.of("chat_id", group.chatId()))
                        .result()
                        .path("title")
                        .asString())
                .isEqualTo("Amis du vin");
        assertThat(bot.call("getChatMember", Map.of("chat_id", -100, "user_id", 77))
                        .result()
                        .path("status")
                        .asString())
                .isEqualTo("member");
        assertThat(bot.call("getChatMember", Map.of("chat_id", -100, "user_id", 5))
                        .description())
                .isEqualTo("Bad Request: PARTICIPANT_ID_INVALID");
        assertThat(bot.call("getChat", Map.of("chat_id", 5)).description()).isEqualTo("Bad Request: chat not found");
    }

    @Test
    void a_link_has_a_preview_unless_it_is_switched_off() {
        marie.send("/start");
        String text = "<a href=\"https://www.saq.com/fr/1867\">Château</a>";
        bot.call("sendMessage", Map.of("chat_id", 77, "text", text, "parse_mode", "HTML"));
        assertThat(marie.messages().getLast().preview()).isEqualTo("https://www.saq.com/fr/1867");
        bot.call(
                "sendMessage",
                Map.of(
                        "chat_id",
                        77,
                        "text",
                        text,
                        "parse_mode",
                        "HTML",
                        "link_preview_options",
                        Map.of("is_disabled", true)));
        assertThat(marie.messages().getLast().preview()).isNull();
    }

    @Test
    void a_deleted_account_has_no_name() {
        Conversation nobody = telegram.conversation(new TelegramUser(90, "", null, null));
        nobody.send("/start");

        assertThat(updates().getLast().path("message").path("from").toString())
                .isEqualTo("{\"id\":90,\"is_bot\":false,\"first_name\":\"\"}");
    }
}
