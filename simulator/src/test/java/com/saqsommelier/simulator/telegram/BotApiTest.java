package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BotApiTest {

    private static final TelegramUser MARIE = new TelegramUser(77, "Marie", "marie", "fr");

    private final ManualClock clock = new ManualClock();
    private TelegramSimulator telegram;
    private BotClient bot;
    private Conversation marie;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0, clock);
        bot = new BotClient(telegram);
        marie = telegram.conversation(MARIE);
        marie.send("/start");
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    private BotClient.Answer send(Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(Map.of("chat_id", 77, "text", "Bonjour"));
        parameters.putAll(more);
        clock.advance(Duration.ofSeconds(2));
        return bot.call("sendMessage", parameters);
    }

    private static Map<String, Object> inline(Map<String, ?> button) {
        return Map.of("reply_markup", Map.of("inline_keyboard", List.of(List.of(button))));
    }

    private static void assertRefused(BotClient.Answer answer, int status, String description) {
        assertThat(answer.body())
                .isEqualTo(
                        Json.object().put("ok", false).put("error_code", status).put("description", description));
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void tells_who_the_bot_is() {
        JsonNode me = bot.call("getme", Map.of()).result();

        assertThat(me.path("id").asLong()).isEqualTo(4242);
        assertThat(me.path("is_bot").asBoolean()).isTrue();
        assertThat(me.path("username").asString()).isEqualTo("saq_sommelier_bot");
    }

    @Test
    void refuses_a_malformed_token_and_an_unknown_method() {
        assertRefused(bot.request("/botx/getMe", "application/json", "{}"), 401, "Unauthorized");
        assertRefused(bot.request("/bot1:a", "application/json", "{}"), 404, "Not Found");
        assertRefused(bot.call("sendNothing", Map.of()), 404, "Not Found");
    }

    @Test
    void a_sent_message_has_the_shape_of_telegrams() {
        JsonNode message =
                send(Map.of("text", "<b>Vin</b> 🍷", "parse_mode", "HTML")).result();

        assertThat(message.toString())
                .isEqualTo("{\"message_id\":2,\"from\":{\"id\":4242,\"is_bot\":true,\"first_name\":\"SAQ Sommelier\","
                        + "\"username\":\"saq_sommelier_bot\"},\"chat\":{\"id\":77,\"first_name\":\"Marie\","
                        + "\"username\":\"marie\",\"type\":\"private\"},\"date\":1772366402,\"text\":\"Vin 🍷\","
                        + "\"entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":3}]}");
        ChatMessage shown = marie.messages().getLast();
        assertThat(shown.html()).isEqualTo("<b>Vin</b> 🍷");
        assertThat(shown.fromBot()).isTrue();
        assertThat(shown.edited()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "query"})
    void takes_parameters_as_json_as_a_form_and_in_the_query(String how) {
        String form = "chat_id=77&text=d%C3%A9j%C3%A0&reply_markup=%7B%22remove_keyboard%22%3Atrue%7D&unknown=1";
        BotClient.Answer answer = switch (how) {
            case "application/json" ->
                bot.request(
                        "/bot" + BotClient.TOKEN + "/sendMessage",
                        how,
                        "{\"chat_id\":\"77\",\"text\":\"déjà\",\"unknown\":1}");
            case "query" -> bot.request("/bot" + BotClient.TOKEN + "/sendMessage?" + form, "text/plain", "");
            default -> bot.request("/bot" + BotClient.TOKEN + "/sendMessage", how, form);
        };

        assertThat(answer.status()).isEqualTo(200);
        assertThat(marie.messages().getLast().text()).isEqualTo("déjà");
    }

    @Test
    void refuses_a_body_that_is_not_json_or_has_files() {
        String path = "/bot" + BotClient.TOKEN + "/sendMessage";
        assertThat(bot.request(path, "application/json", "{").description())
                .startsWith("Bad Request: can't parse JSON");
        assertThat(bot.request(path, "application/json", "[]").status()).isEqualTo(400);
        assertThat(bot.request(path, "multipart/form-data; boundary=x", "--x--").status())
                .isEqualTo(400);
    }

    @Test
    void refuses_parameters_of_the_wrong_type() {
        assertRefused(send(Map.of("text", 5)), 400, "Bad Request: parameter \"text\" must be of type String");
        assertRefused(
                bot.call("getUpdates", Map.of("limit", "x")),
                400,
                "Bad Request: parameter \"limit\" must be of type Integer");
        assertRefused(
                bot.call("getUpdates", Map.of("limit", List.of())),
                400,
                "Bad Request: parameter \"limit\" must be of type Integer");
        assertRefused(
                bot.call("answerCallbackQuery", Map.of("callback_query_id", "1", "show_alert", 3)),
                400,
                "Bad Request: parameter \"show_alert\" must be of type Boolean");
    }

    @Test
    void refuses_an_empty_text_and_one_of_blanks() {
        assertRefused(send(Map.of("text", "")), 400, "Bad Request: message text is empty");
        assertRefused(bot.call("sendMessage", Map.of()), 400, "Bad Request: message text is empty");
        assertRefused(send(Map.of("text", " \n ")), 400, "Bad Request: text must be non-empty");
        assertRefused(
                send(Map.of("text", "<b> </b>", "parse_mode", "HTML")), 400, "Bad Request: text must be non-empty");
    }

    @Test
    void refuses_half_a_surrogate_pair() {
        assertRefused(
                bot.request(
                        "/bot" + BotClient.TOKEN + "/sendMessage",
                        "application/json",
                        "{\"chat_id\":77,\"text\":\"\\ud83c\"}"),
                400,
                "Bad Request: strings must be encoded in UTF-8");
    }

    @Test
    void counts_4096_characters_after_entities_in_utf16_code_units() {
        assertThat(send(Map.of("text", "<b>" + "x".repeat(4096) + "</b>", "parse_mode", "html"))
                        .status())
                .isEqualTo(200);
        assertThat(send(Map.of("text", "&lt;".repeat(4096), "parse_mode", "HTML"))
                        .status())
                .isEqualTo(200);
        assertRefused(send(Map.of("text", "x".repeat(4097))), 400, "Bad Request: message is too long");
        assertRefused(send(Map.of("text", "🍷".repeat(2049))), 400, "Bad Request: message is too long");
    }

    @Test
    void refuses_an_unknown_parse_mode_and_says_that_it_reads_no_markdown() {
        assertRefused(send(Map.of("parse_mode", "rtf")), 400, "Bad Request: unsupported parse_mode");
        assertThat(send(Map.of("parse_mode", "MarkdownV2")).description()).contains("stand-in");
    }

    @Test
    void refuses_broken_html() {
        assertRefused(
                send(Map.of("text", "<b>x", "parse_mode", "HTML")),
                400,
                "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
    }

    @Test
    void takes_entities_in_place_of_markup_and_checks_them() {
        Map<String, Object> bold = Map.of("type", "bold", "offset", 0, "length", 3);
        Map<String, Object> link =
                Map.of("type", "text_link", "offset", 4, "length", 3, "url", "https://www.saq.com/fr/1867");
        assertThat(send(Map.of("text", "bon vin", "entities", List.of(bold, link)))
                        .result()
                        .path("entities"))
                .hasSize(2);
        assertRefused(
                send(Map.of("entities", List.of(Map.of("type", "bold", "offset", 100, "length", 1)))),
                400,
                "Bad Request: entity begins after the end of the text at UTF-16 offset 100");
        assertRefused(
                send(Map.of("entities", List.of(Map.of("type", "bold", "offset", 0, "length", 100)))),
                400,
                "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100");
        assertRefused(
                send(Map.of("entities", List.of(Map.of("type", "loud", "offset", 0, "length", 1)))),
                400,
                "Bad Request: can't parse MessageEntity: Unsupported type specified");
        assertRefused(
                send(Map.of("entities", List.of(Map.of("type", "bold", "offset", 0)))),
                400,
                "Bad Request: can't parse MessageEntity: Can't find field \"length\"");
        assertRefused(
                send(Map.of(
                        "entities", List.of(Map.of("type", "text_link", "offset", 0, "length", 1, "url", "nowhere")))),
                400,
                "Bad Request: entity URL 'nowhere' is invalid: Wrong HTTP URL");
    }

    @Test
    void takes_64_bytes_of_callback_data() {
        assertThat(send(inline(Map.of("text", "é", "callback_data", "é".repeat(32))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rejects_callback_data_over_64_bytes() {
        assertRefused(
                send(inline(Map.of("text", "é", "callback_data", "é".repeat(32) + "x"))),
                400,
                "Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void refuses_inline_buttons_with_no_action_or_two() {
        String refusal = "Bad Request: can't parse inline keyboard button: "
                + "Text buttons are unallowed in the inline keyboard";
        assertRefused(send(inline(Map.of("text", "x"))), 400, refusal);
        assertRefused(send(inline(Map.of("text", "x", "callback_data", ""))), 400, refusal);
        assertRefused(send(inline(Map.of("text", "x", "callback_data", "y", "url", "https://saq.com"))), 400, refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "not-a-url, Wrong HTTP URL",
        "http://localhost:8080/x, Wrong HTTP URL",
        "ftp://example.com, Unsupported URL protocol"
    })
    void refuses_a_button_with_a_bad_link(String url, String complaint) {
        assertRefused(
                send(inline(Map.of("text", "x", "url", url))),
                400,
                "Bad Request: inline keyboard button URL '" + url + "' is invalid: " + complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.saq.com/fr/1867?a=b#c",
                "http://127.0.0.1:8090/fr/1867",
                "https://fr.wikipedia.org/wiki/Château d'Yquem",
                "tg://resolve?domain=x",
                "saq.com"
            })
    void takes_a_button_with_a_link(String url) {
        assertThat(send(inline(Map.of("text", "x", "url", url))).description()).isEmpty();
    }

    @Test
    void refuses_more_than_100_buttons() {
        Map<String, String> button = Map.of("text", "x", "callback_data", "y");
        assertThat(send(Map.of(
                                "reply_markup",
                                Map.of("inline_keyboard", Collections.nCopies(50, List.of(button, button)))))
                        .status())
                .isEqualTo(200);
        assertRefused(
                send(Map.of("reply_markup", Map.of("inline_keyboard", Collections.nCopies(101, List.of(button))))),
                400,
                "Bad Request: REPLY_MARKUP_TOO_LONG");
    }

    @Test
    void refuses_markup_that_is_none() {
        assertRefused(send(Map.of("reply_markup", 5)), 400, "Bad Request: object expected as reply markup");
        assertRefused(
                send(Map.of("reply_markup", "{")), 400, "Bad Request: can't parse reply keyboard markup JSON object");
        assertRefused(
                send(inline(Map.of("callback_data", "y"))),
                400,
                "Bad Request: can't parse inline keyboard button: Can't find field \"text\"");
        assertRefused(
                send(inline(Map.of("text", 5, "callback_data", "y"))),
                400,
                "Bad Request: can't parse inline keyboard button: Field \"text\" must be of type String");
        assertRefused(
                send(inline(Map.of("text", "x", "callback_data", 5))),
                400,
                "Bad Request: can't parse inline keyboard button: Field \"callback_data\" must be of type String");
        assertThat(send(inline(Map.of("text", "x", "pay", true))).description()).contains("stand-in");
        assertThat(send(Map.of("reply_markup", Map.of("inline_keyboard", "x"))).status())
                .isEqualTo(400);
        assertThat(send(Map.of("reply_markup", Map.of("keyboard", List.of("x"))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_reply_keyboard_stays_until_it_is_removed() {
        send(Map.of(
                "reply_markup",
                Map.of(
                        "keyboard",
                        List.of(List.of("Recherche", Map.of("text", "Ma position", "request_location", true))),
                        "is_persistent",
                        true)));
        send(Map.of());

        assertThat(marie.replyKeyboard())
                .containsExactly(List.of(new ReplyButton("Recherche", false), new ReplyButton("Ma position", true)));
        marie.tapReply("Recherche");
        assertThat(marie.messages().getLast().text()).isEqualTo("Recherche");
        assertThatThrownBy(() -> marie.tapReply("Ma position")).isInstanceOf(IllegalStateException.class);

        send(Map.of("reply_markup", Map.of("remove_keyboard", true)));
        assertThat(marie.replyKeyboard()).isEmpty();
    }

    @Test
    void a_one_time_keyboard_goes_with_the_next_message() {
        send(Map.of("reply_markup", Map.of("keyboard", List.of(List.of("Oui")), "one_time_keyboard", true)));

        marie.tapReply("Oui");

        assertThat(marie.replyKeyboard()).isEmpty();
    }

    @Test
    void refuses_a_chat_that_it_does_not_know() {
        assertRefused(send(Map.of("chat_id", 5)), 400, "Bad Request: chat not found");
        assertRefused(send(Map.of("chat_id", "@someone")), 400, "Bad Request: chat not found");
        assertRefused(send(Map.of("chat_id", "")), 400, "Bad Request: chat_id is empty");
    }

    @Test
    void refuses_to_write_first() {
        telegram.conversation(new TelegramUser(78, "Luc", null, null));

        assertRefused(send(Map.of("chat_id", 78)), 403, "Forbidden: bot can't initiate conversation with a user");
    }

    @Test
    void refuses_to_write_to_whom_blocked_the_bot_and_tells_the_bot() {
        marie.block();

        assertRefused(send(Map.of()), 403, "Forbidden: bot was blocked by the user");
        assertThatThrownBy(() -> marie.send("x")).isInstanceOf(IllegalStateException.class);
        JsonNode update = bot.call("getUpdates", Map.of("offset", -1)).result().get(0);
        assertThat(update.path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asString())
                .isEqualTo("kicked");

        marie.unblock();
        assertThat(send(Map.of()).status()).isEqualTo(200);
    }

    @Test
    void edits_a_message_in_place() {
        long id = send(inline(Map.of("text", "▶", "callback_data", "p2")))
                .result()
                .path("message_id")
                .asLong();

        JsonNode edited = bot.call("editMessageText", Map.of("chat_id", 77, "message_id", id, "text", "Page 2"))
                .result();

        assertThat(edited.path("edit_date").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(edited.has("reply_markup")).isFalse();
        ChatMessage shown = marie.messages().getLast();
        assertThat(shown.text()).isEqualTo("Page 2");
        assertThat(shown.edited()).isTrue();
        assertThat(shown.inlineButtons()).isEmpty();
    }

    @Test
    void changes_the_buttons_only() {
        long id = send(Map.of()).result().path("message_id").asLong();
        Map<String, Object> parameters = new HashMap<>(inline(Map.of("text", "▶", "callback_data", "p2")));
        parameters.putAll(Map.of("chat_id", 77, "message_id", id));

        assertThat(bot.call("editMessageReplyMarkup", parameters).status()).isEqualTo(200);
        assertThat(marie.messages().getLast().buttonTexts()).containsExactly("▶");
        assertThat(bot.call("editMessageReplyMarkup", parameters).description())
                .startsWith("Bad Request: message is not modified");
        parameters.put("reply_markup", Map.of("remove_keyboard", true));
        assertRefused(bot.call("editMessageReplyMarkup", parameters), 400, "Bad Request: inline keyboard expected");
    }

    @Test
    void refuses_an_edit_that_changes_nothing() {
        long id = send(Map.of()).result().path("message_id").asLong();

        assertRefused(
                bot.call("editMessageText", Map.of("chat_id", 77, "message_id", id, "text", "Bonjour")),
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the"
                        + " same as a current content and reply markup of the message");
    }

    @Test
    void refuses_edits_of_what_is_not_there_not_its_own_or_has_a_reply_keyboard() {
        assertRefused(
                bot.call("editMessageText", Map.of("chat_id", 77, "message_id", 99, "text", "x")),
                400,
                "Bad Request: message to edit not found");
        assertRefused(
                bot.call("editMessageText", Map.of("chat_id", 77, "text", "x")),
                400,
                "Bad Request: message identifier is not specified");
        assertRefused(
                bot.call("editMessageText", Map.of("chat_id", 77, "message_id", 1, "text", "x")),
                400,
                "Bad Request: message can't be edited");
        long id = send(Map.of("reply_markup", Map.of("keyboard", List.of(List.of("x")))))
                .result()
                .path("message_id")
                .asLong();
        assertRefused(
                bot.call("editMessageText", Map.of("chat_id", 77, "message_id", id, "text", "x")),
                400,
                "Bad Request: message can't be edited");
        assertRefused(
                bot.call("editMessageText", Map.of("chat_id", 77, "message_id", id, "text", "x".repeat(4097))),
                400,
                "Bad Request: MESSAGE_TOO_LONG");
    }

    @Test
    void deletes_a_message_for_two_days() {
        long id = send(Map.of()).result().path("message_id").asLong();

        assertThat(bot.call("deleteMessage", Map.of("chat_id", 77, "message_id", id))
                        .result()
                        .asBoolean())
                .isTrue();
        assertThat(marie.messages()).extracting(ChatMessage::id).doesNotContain(id);
        assertRefused(
                bot.call("deleteMessage", Map.of("chat_id", 77, "message_id", id)),
                400,
                "Bad Request: message to delete not found");
        clock.advance(Duration.ofDays(3));
        assertRefused(
                bot.call("deleteMessage", Map.of("chat_id", 77, "message_id", 1)),
                400,
                "Bad Request: message can't be deleted for everyone");
    }

    @Test
    void a_reply_quotes_the_message_and_must_find_it() {
        JsonNode reply =
                send(Map.of("reply_parameters", Map.of("message_id", 1))).result();
        assertThat(reply.path("reply_to_message").path("text").asString()).isEqualTo("/start");
        assertRefused(
                send(Map.of("reply_parameters", Map.of("message_id", 99))),
                400,
                "Bad Request: message to be replied not found");
        assertThat(send(Map.of("reply_to_message_id", 99, "allow_sending_without_reply", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_tap_reaches_the_bot_and_its_answer_the_person() throws InterruptedException {
        send(inline(Map.of("text", "Suivre", "callback_data", "v1:watch:1867")));
        long mark = marie.mark();

        String tap = marie.tap(marie.messages().getLast(), "Suivre");

        JsonNode query =
                bot.call("getUpdates", Map.of("offset", -1)).result().get(0).path("callback_query");
        assertThat(query.path("id").asString()).isEqualTo(tap);
        assertThat(query.path("data").asString()).isEqualTo("v1:watch:1867");
        assertThat(query.path("from").path("language_code").asString()).isEqualTo("fr");
        assertThat(query.path("message").path("chat").path("id").asLong()).isEqualTo(77);
        assertThat(query.path("chat_instance").asString()).isNotEmpty();
        bot.call("answerCallbackQuery", Map.of("callback_query_id", tap, "text", "Suivi !", "show_alert", true));
        assertThat(marie.awaitAnswer(tap, mark, Duration.ofSeconds(5))).isEqualTo(new CallbackAnswer("Suivi !", true));
    }

    @Test
    void refuses_an_answer_twice_late_unknown_or_over_200_characters() {
        String tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        ChatMessage message = sendWithButton();
        String tap = marie.tap(message, "x");
        assertRefused(
                bot.call("answerCallbackQuery", Map.of("callback_query_id", tap, "text", "x".repeat(201))),
                400,
                "Bad Request: MESSAGE_TOO_LONG");
        assertThat(bot.call("answerCallbackQuery", Map.of("callback_query_id", tap))
                        .status())
                .isEqualTo(200);
        assertRefused(bot.call("answerCallbackQuery", Map.of("callback_query_id", tap)), 400, tooOld);
        assertRefused(bot.call("answerCallbackQuery", Map.of("callback_query_id", "5")), 400, tooOld);
        String late = marie.tap(message, "x");
        clock.advance(Duration.ofSeconds(61));
        assertRefused(bot.call("answerCallbackQuery", Map.of("callback_query_id", late)), 400, tooOld);
    }

    private ChatMessage sendWithButton() {
        send(inline(Map.of("text", "x", "callback_data", "y")));
        return marie.messages().getLast();
    }

    @Test
    void knows_what_the_bot_can_be_seen_doing() {
        assertThat(bot.call("sendChatAction", Map.of("chat_id", 77, "action", "typing"))
                        .status())
                .isEqualTo(200);
        assertRefused(
                bot.call("sendChatAction", Map.of("chat_id", 77, "action", "sleeping")),
                400,
                "Bad Request: wrong parameter action in request");
    }

    @Test
    void shows_the_command_menu_of_the_persons_language() {
        bot.call("setMyCommands", Map.of("commands", List.of(Map.of("command", "help", "description", "Help"))));
        bot.call(
                "setMyCommands",
                Map.of(
                        "commands",
                        List.of(Map.of("command", "help", "description", "Aide")),
                        "language_code",
                        "fr",
                        "scope",
                        Map.of("type", "default")));

        assertThat(bot.call("getMyCommands", Map.of("language_code", "fr"))
                        .result()
                        .toString())
                .isEqualTo("[{\"command\":\"help\",\"description\":\"Aide\"}]");
        bot.call("deleteMyCommands", Map.of("language_code", "fr"));
        assertThat(bot.call("getMyCommands", Map.of("language_code", "fr")).result())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'[{\"command\":\"Help\",\"description\":\"x\"}]', '{}', '', BOT_COMMAND_INVALID",
        "'[{\"command\":\"help\",\"description\":\"\"}]', '', '', BOT_COMMAND_DESCRIPTION_INVALID",
        "'[]', '', 'french', invalid language code specified",
        "'[]', '{\"type\":\"x\"}', '', can't parse BotCommandScope: Unsupported type specified",
        "'[]', '{\"type\":\"chat\"}', '', can't parse BotCommandScope: Can't find field \"chat_id\"",
        "'[]', '{\"type\":\"chat\",\"chat_id\":12345}', '', chat not found",
        "'[]', '{\"type\":\"chat\",\"chat_id\":1002}', 'fr', chat not found",
        "'[]', '{\"type\":\"chat\",\"chat_id\":\"@somebody\"}', '', chat not found",
        "'[]', '{\"type\":\"chat_administrators\",\"chat_id\":77}', '', can't use specified scope in private chats",
        "'{}', '', '', can't parse commands: an Array of BotCommand is expected"
    })
    void refuses_commands_that_telegram_refuses(String commands, String scope, String language, String refusal) {
        BotClient.Answer answer = bot.call(
                "setMyCommands",
                Map.of(
                        "commands",
                        commands,
                        "scope",
                        scope.equals("{}") ? "{\"type\":\"default\"}" : scope,
                        "language_code",
                        language));

        assertRefused(answer, 400, "Bad Request: " + refusal);
    }

    @Test
    void one_chat_may_have_a_menu_of_its_own() {
        bot.call("setMyCommands", Map.of("commands", List.of(Map.of("command", "help", "description", "Help"))));
        Map<String, Object> scope = Map.of("type", "chat", "chat_id", 77);
        bot.call(
                "setMyCommands",
                Map.of("commands", List.of(Map.of("command", "users", "description", "Who")), "scope", scope));

        assertThat(bot.call("getMyCommands", Map.of("scope", scope)).result().toString())
                .isEqualTo("[{\"command\":\"users\",\"description\":\"Who\"}]");
        assertThat(marie.commands()).containsExactly("users");
        assertThat(telegram.conversation(new TelegramUser(78, "Jean", null, "fr"))
                        .commands())
                .containsExactly("help");
    }

    @Test
    void a_planned_failure_befalls_the_next_call_only() {
        telegram.failNext("sendMessage", 429, "Too Many Requests: retry after 7", Duration.ofSeconds(7));
        telegram.failNext("sendMessage", 500, "Internal Server Error");

        assertThat(send(Map.of()).body().path("parameters").path("retry_after").asInt())
                .isEqualTo(7);
        assertRefused(send(Map.of()), 500, "Internal Server Error");
        assertThat(send(Map.of()).status()).isEqualTo(200);
        assertThat(marie.messages()).hasSize(2);
    }

    @Test
    void a_cut_call_took_place() {
        telegram.cutNext("sendMessage");

        assertThatThrownBy(() -> send(Map.of())).isInstanceOf(UncheckedIOException.class);
        assertThat(marie.messages().getLast().text()).isEqualTo("Bonjour");
    }

    @Test
    void remembers_every_call() throws InterruptedException {
        send(Map.of("text", "<b>x", "parse_mode", "HTML"));
        send(inline(Map.of("text", "x", "callback_data", "y")));

        List<CallRecord> calls = telegram.awaitCalls("sendmessage", 2, Duration.ofSeconds(5));
        assertThat(calls).extracting(CallRecord::status).containsExactly(400, 200);
        assertThat(calls.getFirst().parameter("chat_id")).isEqualTo("77");
        assertThat(calls.getFirst().description()).contains("Can't find end tag");
        assertThat(calls.getLast().parameter("reply_markup")).startsWith("{\"inline_keyboard\":[[{");
        assertThat(telegram.calls("getUpdates")).isEmpty();
        assertThat(telegram.calls()).hasSize(2);
    }
}
