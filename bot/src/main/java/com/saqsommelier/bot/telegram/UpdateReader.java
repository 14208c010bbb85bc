package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Dice;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.location.Location;
import org.telegram.telegrambots.meta.api.objects.message.InaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginUser;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Reads an update from JSON, leniently: takes the fields that the bot uses and looks at no others, so that whatever else
 * Telegram adds, leaves out or changes cannot keep a message from being read. The library maps every field of every kind
 * strictly, and fails as a whole where one of them is not as it expects.
 */
final class UpdateReader {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateReader.class);

    /** A message in reply to a message in reply to …; the bot looks at one. */
    private static final int DEEPEST_REPLY = 1;

    /** The kinds of message that a person can send by hand and that are not text, as the Bot API names them. */
    private static final List<String> OTHER_CONTENT = List.of(
            "photo",
            "sticker",
            "voice",
            "video",
            "video_note",
            "audio",
            "document",
            "animation",
            "contact",
            "poll",
            "dice",
            "game",
            "story",
            "checklist",
            "paid_media",
            "live_photo",
            "rich_message");

    private UpdateReader() {}

    /** The number of an update; empty where it has none that can be acknowledged. */
    static OptionalLong id(@Nullable JsonNode update) {
        Long id = update == null ? null : number(update, "update_id");
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** The update; empty, and logged by its number, where what it holds cannot be read. Never fails. */
    static Optional<Update> read(JsonNode json) {
        OptionalLong id = id(json);
        try {
            if (id.isPresent()) {
                return Optional.of(update(json, id.getAsLong()));
            }
            LOG.warn("An update without a number cannot be read and is passed over ({})", json.getNodeType());
        } catch (UnreadableException e) {
            LOG.warn("Update {} cannot be read and is passed over: {}", id.getAsLong(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Update {} cannot be read and is passed over", id.orElse(-1), e);
        }
        return Optional.empty();
    }

    /** Something that the bot cannot do without is missing; the message names it, without what a person wrote. */
    private static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    private static Update update(JsonNode json, long id) {
        Update update = new Update();
        // The library's type is narrower than JSON's; what matters is that another update has another number.
        update.setUpdateId((int) id);
        if (json.hasNonNull("message")) {
            update.setMessage(message(json.get("message"), 0));
        } else if (json.hasNonNull("edited_message")) {
            update.setEditedMessage(message(json.get("edited_message"), 0));
        } else if (json.hasNonNull("callback_query")) {
            update.setCallbackQuery(tap(json.get("callback_query")));
        } else if (json.hasNonNull("inline_query")) {
            update.setInlineQuery(inline(json.get("inline_query")));
        }
        return update;
    }

    private static Message message(JsonNode json, int depth) {
        Message message = new Message();
        message.setMessageId(integer(json, "message_id"));
        message.setDate(date(json));
        message.setChat(chat(json.path("chat")).orElseThrow(() -> new UnreadableException("a message without a chat")));
        Optional<Chat> sender = chat(json.path("sender_chat"));
        message.setSenderChat(sender.orElse(null));
        message.setFrom(author(user(json.path("from")), sender).orElse(null));
        message.setText(text(json, "text"));
        message.setMediaGroupId(text(json, "media_group_id"));
        message.setEntities(entities(json.path("entities")));
        message.setLocation(location(json.path("location")));
        message.setReplyMarkup(buttons(json.path("reply_markup")));
        message.setMigrateToChatId(number(json, "migrate_to_chat_id"));
        Integer topic = integer(json, "message_thread_id");
        message.setMessageThreadId(topic);
        message.setIsTopicMessage(topic != null && json.path("is_topic_message").asBoolean(false));
        JsonNode origin = json.path("forward_origin");
        user(origin.path("sender_user"))
                .ifPresentOrElse(
                        user -> message.setForwardOrigin(new MessageOriginUser("user", date(origin), user)),
                        () -> message.setForwardOrigin(origin.isObject() ? new MessageOriginUser("user") : null));
        if (depth < DEEPEST_REPLY && json.path("reply_to_message").isObject()) {
            message.setReplyToMessage(reply(json.get("reply_to_message"), depth + 1));
        }
        if (OTHER_CONTENT.stream().anyMatch(json::hasNonNull)) {
            // All that is not text is one to the bot; the smallest of the library's kinds stands for it.
            message.setDice(new Dice(1, "🎲"));
        }
        return message;
    }

    /**
     * The author of a message. For an anonymous administrator and for a channel Telegram names a bot of its own that stands for
     * all of them (Bot API, Message, {@code from}); here it is the group or the channel.
     */
    private static Optional<User> author(Optional<User> from, Optional<Chat> sender) {
        return from.filter(user -> sender.isEmpty() || !user.getIsBot())
                .or(() -> sender.map(
                        chat -> new User(chat.getId(), chat.getTitle() == null ? "" : chat.getTitle(), false)));
    }

    /** The message that is replied to is a help, not a condition. */
    private static @Nullable Message reply(JsonNode json, int depth) {
        try {
            return message(json, depth);
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static CallbackQuery tap(JsonNode json) {
        CallbackQuery query = new CallbackQuery();
        query.setId(required(json, "id", "a tap"));
        query.setFrom(user(json.path("from")).orElseThrow(() -> new UnreadableException("a tap of nobody")));
        query.setData(text(json, "data"));
        query.setInlineMessageId(text(json, "inline_message_id"));
        JsonNode below = json.path("message");
        if (below.isObject() && chat(below.path("chat")).isPresent()) {
            Integer id = integer(below, "message_id");
            if (id == null || below.path("date").asLong(0) == 0) {
                // Bot API, InaccessibleMessage: the date is 0. Neither can be changed.
                InaccessibleMessage gone = new InaccessibleMessage();
                gone.setChat(chat(below.path("chat")).orElseThrow());
                gone.setMessageId(id);
                gone.setDate(0);
                query.setMessage(gone);
            } else {
                query.setMessage(message(below, 0));
            }
        }
        return query;
    }

    private static InlineQuery inline(JsonNode json) {
        User from = user(json.path("from")).orElseThrow(() -> new UnreadableException("an inline query of nobody"));
        String words = text(json, "query");
        String offset = text(json, "offset");
        return new InlineQuery(
                required(json, "id", "an inline query"),
                from,
                words == null ? "" : words,
                offset == null ? "" : offset);
    }

    /** A person or a bot; empty where there is no number. */
    static Optional<User> user(JsonNode json) {
        Long id = number(json, "id");
        if (id == null) {
            return Optional.empty();
        }
        String name = text(json, "first_name");
        User user = new User(id, name == null ? "" : name, json.path("is_bot").asBoolean(false));
        user.setLastName(text(json, "last_name"));
        user.setUserName(text(json, "username"));
        user.setLanguageCode(text(json, "language_code"));
        return Optional.of(user);
    }

    private static Optional<Chat> chat(JsonNode json) {
        Long id = number(json, "id");
        if (id == null) {
            return Optional.empty();
        }
        String type = text(json, "type");
        // Bot API, Chat: the number of a person's chat is the person's, and positive.
        Chat chat = new Chat(id, type == null ? (id > 0 ? "private" : "supergroup") : type);
        chat.setTitle(text(json, "title"));
        chat.setUserName(text(json, "username"));
        return Optional.of(chat);
    }

    private static @Nullable List<MessageEntity> entities(JsonNode json) {
        if (!json.isArray()) {
            return null;
        }
        List<MessageEntity> entities = new ArrayList<>();
        for (JsonNode each : json) {
            String type = text(each, "type");
            Integer offset = integer(each, "offset");
            Integer length = integer(each, "length");
            if (type != null && offset != null && length != null) {
                MessageEntity entity = new MessageEntity(type, offset, length);
                entity.setUrl(text(each, "url"));
                entity.setUser(user(each.path("user")).orElse(null));
                entities.add(entity);
            }
        }
        return entities;
    }

    private static @Nullable Location location(JsonNode json) {
        JsonNode latitude = json.path("latitude");
        JsonNode longitude = json.path("longitude");
        return latitude.isNumber() && longitude.isNumber()
                ? new Location(longitude.asDouble(), latitude.asDouble())
                : null;
    }

    /** The buttons under a message, which the bot itself wrote: what a tap on one says, or where it leads. */
    private static @Nullable InlineKeyboardMarkup buttons(JsonNode json) {
        JsonNode rows = json.path("inline_keyboard");
        if (!rows.isArray()) {
            return null;
        }
        List<InlineKeyboardRow> read = new ArrayList<>();
        for (JsonNode row : rows) {
            List<InlineKeyboardButton> buttons =
                    stream(row).flatMap(button -> button(button).stream()).toList();
            if (!buttons.isEmpty()) {
                read.add(new InlineKeyboardRow(buttons));
            }
        }
        return read.isEmpty() ? null : new InlineKeyboardMarkup(read);
    }

    private static Optional<InlineKeyboardButton> button(JsonNode json) {
        String label = text(json, "text");
        if (label == null) {
            return Optional.empty();
        }
        InlineKeyboardButton button = new InlineKeyboardButton(label);
        button.setCallbackData(text(json, "callback_data"));
        button.setUrl(text(json, "url"));
        button.setSwitchInlineQuery(text(json, "switch_inline_query"));
        button.setSwitchInlineQueryCurrentChat(text(json, "switch_inline_query_current_chat"));
        return Optional.of(button);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items.stream();
    }

    /** In seconds since 1970; what the library's type cannot hold, after 2038, is the last that it can. */
    private static Integer date(JsonNode json) {
        return Math.clamp(json.path("date").asLong(0), 0, Integer.MAX_VALUE);
    }

    private static String required(JsonNode json, String field, String of) {
        String value = text(json, field);
        if (value == null) {
            throw new UnreadableException(of + " without " + field);
        }
        return value;
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? wellFormed(value.textValue()) : null;
    }

    /** Half of a surrogate pair is no character, and cannot be sent back. */
    private static String wellFormed(String text) {
        return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                : text;
    }

    private static @Nullable Long number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    private static @Nullable Integer integer(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
    }
}
