package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as the stand-in keeps it.
 *
 * @param author null for the bot
 * @param edited null for a message that was never edited
 * @param attachment null for a text
 * @param replyTo the message that this one answers, without what that one answers
 * @param preview the first link of the text, where its preview is on; null for none
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
record Post(
        long id,
        @Nullable TelegramUser author,
        Instant date,
        @Nullable Instant edited,
        FormattedText content,
        @Nullable Attachment attachment,
        @Nullable ReplyMarkup markup,
        @Nullable Post replyTo,
        Origin origin,
        @Nullable String preview) {

    boolean fromBot() {
        return author == null;
    }

    Post withContent(
            FormattedText changed, @Nullable ReplyMarkup markup, @Nullable String preview, @Nullable Instant now) {
        return new Post(id, author, date, now, changed, attachment, markup, replyTo, origin, preview);
    }

    Post withoutReply() {
        return new Post(id, author, date, edited, content, attachment, markup, null, origin, preview);
    }

    ObjectNode json(Chat chat, ObjectNode bot) {
        ObjectNode message = Json.object().put("message_id", id);
        message.set("from", author == null ? bot : author.json());
        message.set("chat", chat.json());
        message.put("date", date.getEpochSecond());
        if (origin.forwarded() != null) {
            message.set("forward_origin", forwardOrigin(origin.forwarded(), bot));
        }
        if (edited != null) {
            message.put("edit_date", edited.getEpochSecond());
        }
        if (replyTo != null) {
            message.set("reply_to_message", replyTo.json(chat, bot));
        }
        if (origin.viaBot()) {
            message.set("via_bot", bot);
        }
        describeContent(message);
        // Telegram tells the bot of inline buttons only; the page gets the keyboard apart.
        if (markup instanceof ReplyMarkup.Inline) {
            message.set("reply_markup", markup.json());
        }
        return message;
    }

    private void describeContent(ObjectNode message) {
        boolean captioned = attachment instanceof Photo;
        if (attachment != null) {
            attachment.describe(message);
        }
        if (attachment == null || (captioned && !content.text().isEmpty())) {
            message.put(captioned ? "caption" : "text", content.text());
        }
        if (!content.entities().isEmpty()) {
            message.set(captioned ? "caption_entities" : "entities", content.entitiesJson());
        }
    }

    /** As the page shows it: what the bot is told, the link whose preview a client shows, and whether to answer it. */
    ObjectNode shown(Chat chat, ObjectNode bot) {
        ObjectNode message = json(chat, bot);
        if (preview != null) {
            message.put("preview", preview);
        }
        if (markup instanceof ReplyMarkup.ForceReply) {
            message.set("force_reply", markup.json());
        }
        return message;
    }

    private static ObjectNode forwardOrigin(Post original, ObjectNode bot) {
        ObjectNode origin = Json.object().put("type", "user");
        origin.set(
                "sender_user",
                original.author() == null ? bot : original.author().json());
        return origin.put("date", original.date().getEpochSecond());
    }
}
