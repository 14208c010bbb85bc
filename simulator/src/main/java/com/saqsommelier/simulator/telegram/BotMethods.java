package com.saqsommelier.simulator.telegram;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * The methods of the Bot API that the stand-in knows: reads their parameters, has them carried out, and shapes the result.
 *
 * @see <a href="https://core.telegram.org/bots/api#available-methods">Available methods</a>
 */
final class BotMethods {

    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final BotSide bot;
    private final InlineMode inline;
    private final Map<String, Method> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @FunctionalInterface
    private interface Method {
        JsonNode call(Parameters parameters) throws InterruptedException;
    }

    BotMethods(Messenger messenger, BotSide bot, InlineMode inline, Webhook webhook) {
        this.bot = bot;
        this.inline = inline;
        methods.put("getUpdates", messenger.updates()::poll);
        methods.put("sendMessage", this::sendMessage);
        methods.put("editMessageText", this::editMessageText);
        methods.put("editMessageReplyMarkup", this::editMessageReplyMarkup);
        methods.put("deleteMessage", this::deleteMessage);
        methods.put("answerCallbackQuery", this::answerCallbackQuery);
        methods.put("answerInlineQuery", this::answerInlineQuery);
        methods.put("sendChatAction", this::sendChatAction);
        methods.put("getChat", parameters -> bot.describe(chat(parameters)));
        methods.put("getChatMember", this::getChatMember);
        methods.put("setMyCommands", this::setMyCommands);
        methods.put("getMyCommands", bot::commands);
        methods.put("deleteMyCommands", this::deleteMyCommands);
        methods.put("setWebhook", webhook::set);
        methods.put("deleteWebhook", webhook::delete);
        methods.put("getWebhookInfo", webhook::describe);
    }

    /**
     * Carries out a call.
     *
     * @param name in any case of its letters
     * @throws ApiException 404 for an unknown method; whatever else Telegram refuses
     */
    JsonNode call(String name, BotIdentity identity, Parameters parameters) throws InterruptedException {
        if (name.toLowerCase(Locale.ROOT).equals("getme")) {
            return identity.fullJson();
        }
        Method method = methods.get(name);
        if (method == null) {
            throw new ApiException(404, "Not Found", null);
        }
        return method.call(parameters);
    }

    private JsonNode sendMessage(Parameters parameters) {
        BotSide.Text text = text(parameters);
        long chat = chat(parameters);
        ReplyMarkup markup = ReplyMarkupParser.parse(markup(parameters)).orElse(null);
        return bot.send(chat, text, markup, reply(parameters));
    }

    private JsonNode editMessageText(Parameters parameters) {
        return edit(parameters, text(parameters));
    }

    private JsonNode editMessageReplyMarkup(Parameters parameters) {
        return edit(parameters, null);
    }

    private JsonNode edit(Parameters parameters, BotSide.@Nullable Text text) {
        ReplyMarkup markup = ReplyMarkupParser.parseInline(markup(parameters)).orElse(null);
        String inlineMessageId = parameters.text("inline_message_id");
        if (inlineMessageId.isEmpty()) {
            return bot.edit(chat(parameters), message(parameters), text, markup);
        }
        bot.editInline(inlineMessageId, text, markup);
        return BooleanNode.TRUE;
    }

    private JsonNode deleteMessage(Parameters parameters) {
        bot.delete(chat(parameters), message(parameters));
        return BooleanNode.TRUE;
    }

    private JsonNode answerCallbackQuery(Parameters parameters) {
        bot.answer(
                parameters.text("callback_query_id"),
                parameters.text("text"),
                parameters.flag("show_alert"),
                parameters.text("url"));
        return BooleanNode.TRUE;
    }

    private JsonNode answerInlineQuery(Parameters parameters) {
        inline.answer(parameters);
        return BooleanNode.TRUE;
    }

    private JsonNode getChatMember(Parameters parameters) {
        long user =
                parameters.integer("user_id").orElseThrow(() -> ApiException.badRequest("invalid user_id specified"));
        return bot.member(chat(parameters), user);
    }

    private JsonNode sendChatAction(Parameters parameters) {
        String action = parameters.text("action");
        if (!ACTIONS.contains(action)) {
            throw ApiException.badRequest("wrong parameter action in request");
        }
        bot.act(chat(parameters), action);
        return BooleanNode.TRUE;
    }

    private JsonNode setMyCommands(Parameters parameters) {
        bot.setCommands(parameters);
        return BooleanNode.TRUE;
    }

    private JsonNode deleteMyCommands(Parameters parameters) {
        bot.deleteCommands(parameters);
        return BooleanNode.TRUE;
    }

    private static BotSide.Text text(Parameters parameters) {
        FormattedText content = MessageText.read(parameters, "text");
        return new BotSide.Text(
                content, MessageText.preview(parameters, content).orElse(null));
    }

    /** Ids only: the stand-in has no public chats, so a username is never found. */
    private static long chat(Parameters parameters) {
        String id = parameters.asText().getOrDefault("chat_id", "");
        if (id.isEmpty()) {
            throw ApiException.badRequest("chat_id is empty");
        }
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException username) {
            throw ApiException.badRequest("chat not found");
        }
    }

    private static long message(Parameters parameters) {
        return parameters
                .integer("message_id")
                .filter(id -> id > 0)
                .orElseThrow(() -> ApiException.badRequest("message identifier is not specified"));
    }

    private static @Nullable JsonNode markup(Parameters parameters) {
        return parameters.json("reply_markup", "can't parse reply keyboard markup JSON object");
    }

    private static @Nullable Reply reply(Parameters parameters) {
        JsonNode reply = parameters.json("reply_parameters", "can't parse reply parameters JSON object");
        if (reply == null || !reply.has("message_id")) {
            return parameters
                    .integer("reply_to_message_id")
                    .filter(id -> id != 0)
                    .map(id -> new Reply(id, parameters.flag("allow_sending_without_reply")))
                    .orElse(null);
        }
        return new Reply(
                reply.path("message_id").asLong(0),
                reply.path("allow_sending_without_reply").asBoolean(false));
    }
}
