package com.saqsommelier.simulator.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as the stand-in keeps it.
 *
 * @param author null for the bot
 * @param edited null for a message that was never edited
 * @param replyTo the message that this one answers, without what that one answers
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
record Post(
        long id,
        @Nullable TelegramUser author,
        Instant date,
        @Nullable Instant edited,
        FormattedText content,
        @Nullable Location location,
        @Nullable ReplyMarkup markup,
        @Nullable Post replyTo) {

    boolean fromBot() {
        return author == null;
    }

    Post withContent(FormattedText changed, @Nullable ReplyMarkup markup, Instant now) {
        return new Post(id, author, date, now, changed, location, markup, replyTo);
    }

    Post withoutReply() {
        return new Post(id, author, date, edited, content, location, markup, null);
    }

    ObjectNode json(Chat chat, ObjectNode bot) {
        ObjectNode message = Json.object().put("message_id", id);
        message.set("from", author == null ? bot : author.json());
        message.set("chat", chat.json());
        message.put("date", date.getEpochSecond());
        if (edited != null) {
            message.put("edit_date", edited.getEpochSecond());
        }
        if (replyTo != null) {
            message.set("reply_to_message", replyTo.json(chat, bot));
        }
        if (location != null) {
            message.set("location", location.json());
        } else {
            message.put("text", content.text());
        }
        if (!content.entities().isEmpty()) {
            message.set("entities", content.entitiesJson());
        }
        // Telegram tells the bot of inline buttons only; the page gets the keyboard apart.
        if (markup instanceof ReplyMarkup.Inline) {
            message.set("reply_markup", markup.json());
        }
        return message;
    }
}
