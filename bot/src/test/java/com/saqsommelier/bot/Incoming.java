package com.saqsommelier.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Messages as Telegram sends them: {@code privately("hello")}, {@code inGroup("/help")}. */
final class Incoming {

    static final User ME = new User(1L, "Sommelier", true);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode message;

    static {
        ME.setUserName("SommelierBot");
    }

    private Incoming(long chat, String chatType) {
        message = JSON.createObjectNode().put("message_id", 7).put("date", 1_767_000_000);
        message.putObject("chat").put("id", chat).put("type", chatType);
        message.putObject("from").put("id", 42).put("is_bot", false).put("first_name", "Julie");
    }

    static Incoming privately(String text) {
        return privately().with("text", text);
    }

    static Incoming privately() {
        return new Incoming(42, "private");
    }

    static Incoming inGroup(String text) {
        return new Incoming(-100, "supergroup").with("text", text);
    }

    Incoming with(String field, String value) {
        message.put(field, value);
        return this;
    }

    /** Something other than text, as JSON. */
    Incoming holding(String field, String json) {
        try {
            message.set(field, JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
        return this;
    }

    Incoming speaking(@Nullable String languageCode) {
        from().put("language_code", languageCode);
        return this;
    }

    Incoming fromUser(long id) {
        from().put("id", id);
        return this;
    }

    Incoming fromABot() {
        from().put("is_bot", true);
        return this;
    }

    Incoming inReplyTo(long author) {
        ObjectNode original =
                message.putObject("reply_to_message").put("message_id", 6).put("date", 1_767_000_000);
        original.putObject("chat").put("id", -100).put("type", "supergroup");
        original.putObject("from").put("id", author).put("is_bot", true).put("first_name", "X");
        return this;
    }

    Message message() {
        return update().getMessage();
    }

    Update update() {
        ObjectNode update = JSON.createObjectNode().put("update_id", 1);
        update.set("message", message);
        return JSON.convertValue(update, Update.class);
    }

    String json(int updateId) {
        ObjectNode update = JSON.createObjectNode().put("update_id", updateId);
        update.set("message", message);
        return update.toString();
    }

    private ObjectNode from() {
        return (ObjectNode) message.get("from");
    }
}
