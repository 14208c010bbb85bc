package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Exchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Bot API over HTTP at {@code /bot<token>/<method>}. Any well-formed token is the token of the one bot.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class BotApi {

    private static final Pattern PATH = Pattern.compile("/bot(?<token>[^/]*)/(?<method>[A-Za-z]+)");
    private static final Pattern TOKEN = Pattern.compile("(?<id>[1-9]\\d{0,17}):[A-Za-z0-9_-]+");
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

    private final Messenger messenger;
    private final PlannedFailures failures;
    private final CallLog log;
    private final InstantSource clock;
    private final Map<String, Method> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @FunctionalInterface
    private interface Method {
        JsonNode call(Parameters parameters) throws InterruptedException;
    }

    BotApi(Messenger messenger, PlannedFailures failures, CallLog log, InstantSource clock) {
        this.messenger = messenger;
        this.failures = failures;
        this.log = log;
        this.clock = clock;
        methods.put("getUpdates", messenger.updates()::poll);
        methods.put("sendMessage", this::sendMessage);
        methods.put("editMessageText", this::editMessageText);
        methods.put("editMessageReplyMarkup", this::editMessageReplyMarkup);
        methods.put("deleteMessage", this::deleteMessage);
        methods.put("answerCallbackQuery", this::answerCallbackQuery);
        methods.put("sendChatAction", this::sendChatAction);
        methods.put("setMyCommands", this::setMyCommands);
        methods.put("getMyCommands", messenger::getCommands);
        methods.put("deleteMyCommands", this::deleteMyCommands);
        methods.put("setWebhook", this::setWebhook);
        methods.put("deleteWebhook", this::deleteWebhook);
        methods.put("getWebhookInfo", this::getWebhookInfo);
    }

    static boolean isFor(String path) {
        return path.startsWith("/bot");
    }

    void handle(Exchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.path());
        String method = path.matches() ? path.group("method") : exchange.path();
        Map<String, String> sent = Map.of();
        ApiException refusal = null;
        JsonNode result = null;
        Optional<PlannedFailure> planned = failures.take(method);
        try {
            BotIdentity bot = identity(path);
            Parameters parameters = Parameters.of(exchange);
            sent = parameters.asText();
            if (planned.orElse(null) instanceof PlannedFailure.Refusal refused) {
                throw new ApiException(refused.status(), refused.description(), refused.retryAfter());
            }
            messenger.botIs(bot);
            result = call(method, bot, parameters);
        } catch (ApiException refused) {
            refusal = refused;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        if (planned.orElse(null) instanceof PlannedFailure.CutAfterAccepting) {
            log.add(new CallRecord(method, sent, 0, "connection cut", clock.instant()));
            return;
        }
        int status = refusal == null ? 200 : refusal.status();
        String description = refusal == null ? "" : refusal.description();
        log.add(new CallRecord(method, sent, status, description, clock.instant()));
        exchange.answer(status, "application/json", (refusal == null ? success(result) : error(refusal)).toString());
    }

    private static BotIdentity identity(Matcher path) {
        if (!path.matches()) {
            throw new ApiException(404, "Not Found", null);
        }
        Matcher token = TOKEN.matcher(path.group("token"));
        if (!token.matches()) {
            throw new ApiException(401, "Unauthorized", null);
        }
        return new BotIdentity(Long.parseLong(token.group("id")));
    }

    private JsonNode call(String name, BotIdentity bot, Parameters parameters) throws InterruptedException {
        if (name.toLowerCase(Locale.ROOT).equals("getme")) {
            return bot.fullJson();
        }
        Method method = methods.get(name);
        if (method == null) {
            throw new ApiException(404, "Not Found", null);
        }
        return method.call(parameters);
    }

    private static ObjectNode success(@Nullable JsonNode result) {
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("result", result);
        return answer;
    }

    private static ObjectNode error(ApiException refusal) {
        ObjectNode answer = Json.object()
                .put("ok", false)
                .put("error_code", refusal.status())
                .put("description", refusal.description());
        refusal.retryAfter().ifPresent(wait -> answer.putObject("parameters").put("retry_after", wait.toSeconds()));
        return answer;
    }

    private JsonNode sendMessage(Parameters parameters) {
        FormattedText content = content(parameters);
        long chat = chat(parameters);
        ReplyMarkup markup = ReplyMarkupParser.parse(markup(parameters)).orElse(null);
        return messenger.send(chat, content, markup, reply(parameters));
    }

    private JsonNode editMessageText(Parameters parameters) {
        FormattedText content = content(parameters);
        return messenger.edit(
                chat(parameters),
                message(parameters),
                content,
                ReplyMarkupParser.parseInline(markup(parameters)).orElse(null));
    }

    private JsonNode editMessageReplyMarkup(Parameters parameters) {
        return messenger.edit(
                chat(parameters),
                message(parameters),
                null,
                ReplyMarkupParser.parseInline(markup(parameters)).orElse(null));
    }

    private JsonNode deleteMessage(Parameters parameters) {
        messenger.delete(chat(parameters), message(parameters));
        return BooleanNode.TRUE;
    }

    private JsonNode answerCallbackQuery(Parameters parameters) {
        messenger.answer(
                parameters.text("callback_query_id"),
                parameters.text("text"),
                parameters.flag("show_alert"),
                parameters.text("url"));
        return BooleanNode.TRUE;
    }

    private JsonNode sendChatAction(Parameters parameters) {
        String action = parameters.text("action");
        if (!ACTIONS.contains(action)) {
            throw ApiException.badRequest("wrong parameter action in request");
        }
        messenger.act(chat(parameters), action);
        return BooleanNode.TRUE;
    }

    private JsonNode setMyCommands(Parameters parameters) {
        messenger.setCommands(parameters);
        return BooleanNode.TRUE;
    }

    private JsonNode deleteMyCommands(Parameters parameters) {
        messenger.deleteCommands(parameters);
        return BooleanNode.TRUE;
    }

    private JsonNode setWebhook(Parameters parameters) {
        if (!parameters.text("url").isEmpty()) {
            throw ApiException.badRequest("the stand-in calls no webhook, use getUpdates");
        }
        return deleteWebhook(parameters);
    }

    private JsonNode deleteWebhook(Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            messenger.updates().drop();
        }
        return BooleanNode.TRUE;
    }

    private JsonNode getWebhookInfo(Parameters parameters) {
        return Json.object()
                .put("url", "")
                .put("has_custom_certificate", false)
                .put("pending_update_count", messenger.updates().waiting());
    }

    private static FormattedText content(Parameters parameters) {
        String text = parameters.text("text");
        if (text.isEmpty()) {
            throw ApiException.badRequest("message text is empty");
        }
        FormattedText content = parsed(text, parameters).fixed();
        if (content.text().isEmpty()) {
            throw ApiException.badRequest("text must be non-empty");
        }
        return content.withFoundEntities();
    }

    private static FormattedText parsed(String text, Parameters parameters) {
        return switch (parameters.text("parse_mode").toLowerCase(Locale.ROOT)) {
            case "" ->
                new FormattedText(
                        text,
                        EntitiesParameter.parse(
                                parameters.json("entities", "can't parse entities JSON object"), text.length()));
            case "html" -> HtmlEntities.parse(text);
            case "markdown", "markdownv2" ->
                throw ApiException.badRequest("the stand-in reads parse_mode HTML only, not Markdown");
            default -> throw ApiException.badRequest("unsupported parse_mode");
        };
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
