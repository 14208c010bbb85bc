package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bot does in the chats; each method refuses with an {@link ApiException} what Telegram refuses. */
final class BotSide {

    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_ANSWER = 200;
    private static final Duration DELETABLE = Duration.ofDays(2);

    private final Messenger messenger;
    private final RateLimits limits;

    BotSide(Messenger messenger, RateLimits limits) {
        this.messenger = messenger;
        this.limits = limits;
    }

    /** A text that the bot sends or puts in place of another, and the link whose preview is shown with it. */
    record Text(FormattedText content, @Nullable String preview) {}

    /** Where a message is. */
    record Place(long chatId, long postId) {

        /**
         * The place of what was sent through the bot, by the name that a tap told it.
         *
         * @throws ApiException 400
         */
        static Place named(String inlineMessageId) {
            try {
                String name = new String(Base64.getUrlDecoder().decode(inlineMessageId), StandardCharsets.US_ASCII);
                int colon = name.indexOf(':');
                return new Place(Long.parseLong(name.substring(0, colon)), Long.parseLong(name.substring(colon + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
                throw ApiException.badRequest("MESSAGE_ID_INVALID");
            }
        }
    }

    ObjectNode send(long chatId, Text text, @Nullable ReplyMarkup markup, @Nullable Reply reply) {
        if (text.content().text().length() > LONGEST_TEXT) {
            throw ApiException.badRequest("message is too long");
        }
        return messenger.locked(() -> {
            Chat chat = writable(chatId);
            Post answered = reply == null ? null : chat.posts.get(reply.postId());
            if (reply != null && answered == null && !reply.optional()) {
                throw ApiException.badRequest("message to be replied not found");
            }
            limits.countMessage(chat.allowance, chat.isGroup());
            if (markup instanceof ReplyMarkup.Keyboard keyboard) {
                chat.keyboard = keyboard;
            } else if (markup instanceof ReplyMarkup.Remove) {
                chat.keyboard = null;
            }
            Post post = new Post(
                    messenger.nextPostId(),
                    null,
                    messenger.now(),
                    null,
                    text.content(),
                    null,
                    markup,
                    answered == null ? null : answered.withoutReply(),
                    Origin.WRITTEN,
                    text.preview());
            messenger.keep(chat, post);
            return post.json(chat, messenger.bot());
        });
    }

    /** @param text null to change the buttons only */
    ObjectNode edit(long chatId, long postId, @Nullable Text text, @Nullable ReplyMarkup markup) {
        refuseTooLong(text);
        return messenger.locked(() -> {
            Chat chat = writable(chatId);
            Post post = chat.posts.get(postId);
            if (post == null) {
                throw ApiException.badRequest("message to edit not found");
            }
            boolean editable = post.markup() == null || post.markup() instanceof ReplyMarkup.Inline;
            if (!post.fromBot() || !editable) {
                throw ApiException.badRequest("message can't be edited");
            }
            return edited(chat, post, text, markup).json(chat, messenger.bot());
        });
    }

    /** Edits what was sent through the bot, in chats of which it knows nothing. */
    void editInline(String inlineMessageId, @Nullable Text text, @Nullable ReplyMarkup markup) {
        refuseTooLong(text);
        Place place = Place.named(inlineMessageId);
        messenger.locked(() -> {
            Chat chat = messenger.chat(place.chatId()).orElseThrow(() -> ApiException.badRequest("MESSAGE_ID_INVALID"));
            Post post = Optional.ofNullable(chat.posts.get(place.postId()))
                    .filter(found -> inlineMessageId.equals(found.origin().inlineMessageId()))
                    .orElseThrow(() -> ApiException.badRequest("MESSAGE_ID_INVALID"));
            return edited(chat, post, text, markup);
        });
    }

    private static void refuseTooLong(@Nullable Text text) {
        if (text != null && text.content().text().length() > LONGEST_TEXT) {
            throw ApiException.badRequest("MESSAGE_TOO_LONG");
        }
    }

    private Post edited(Chat chat, Post post, @Nullable Text text, @Nullable ReplyMarkup markup) {
        FormattedText content = text == null ? post.content() : text.content();
        if (content.equals(post.content()) && Objects.equals(markup, post.markup())) {
            throw ApiException.badRequest("message is not modified: specified new message content and reply markup"
                    + " are exactly the same as a current content and reply markup of the message");
        }
        limits.countEdit(chat.allowance, chat.isGroup());
        String preview = text == null ? post.preview() : text.preview();
        Post changed = post.withContent(content, markup, preview, messenger.now());
        messenger.change(chat, changed);
        return changed;
    }

    void delete(long chatId, long postId) {
        messenger.locked(() -> {
            Chat chat = writable(chatId);
            Post post = chat.posts.get(postId);
            if (post == null) {
                throw ApiException.badRequest("message to delete not found");
            }
            if (post.date().plus(DELETABLE).isBefore(messenger.now())) {
                throw ApiException.badRequest("message can't be deleted for everyone");
            }
            ObjectNode deleted = Json.object().put("message_id", postId);
            messenger.events().publish(chatId, ChatEvents.Kind.DELETED, deleted, null);
            return chat.posts.remove(postId);
        });
    }

    /** Answers a tap. */
    void answer(String callbackId, String text, boolean alert, String url) {
        if (text.length() > LONGEST_ANSWER) {
            throw ApiException.badRequest("MESSAGE_TOO_LONG");
        }
        messenger.locked(() -> {
            long chatId = messenger.callbacks().answer(callbackId, messenger.now());
            ObjectNode answer = Json.object()
                    .put("callback_query_id", callbackId)
                    .put("text", text)
                    .put("show_alert", alert)
                    .put("url", url);
            messenger.events().publish(chatId, ChatEvents.Kind.ANSWER, answer, null);
            return chatId;
        });
    }

    void act(long chatId, String action) {
        messenger.locked(() -> {
            ObjectNode content = Json.object().put("action", action);
            messenger.events().publish(writable(chatId).id(), ChatEvents.Kind.ACTION, content, null);
            return chatId;
        });
    }

    /** What a chat is, as getChat tells it. */
    ObjectNode describe(long chatId) {
        return messenger.locked(
                () -> readable(chatId).json().put("accent_color_id", 0).put("max_reaction_count", 11));
    }

    /** Whether somebody is in a group. */
    ObjectNode member(long chatId, long userId) {
        return messenger.locked(() -> {
            TelegramUser user = readable(chatId).members().stream()
                    .filter(member -> member.id() == userId)
                    .findFirst()
                    .orElseThrow(() -> ApiException.badRequest("PARTICIPANT_ID_INVALID"));
            ObjectNode member = Json.object().put("status", "member");
            member.set("user", user.json());
            return member;
        });
    }

    ArrayNode commands(Parameters parameters) {
        return messenger.locked(() -> {
            refuseUnknownScope(parameters);
            return messenger.menus().get(parameters);
        });
    }

    void setCommands(Parameters parameters) {
        messenger.locked(() -> {
            refuseUnknownScope(parameters);
            messenger.menus().set(parameters);
            messenger.events().publishToAll(ChatEvents.Kind.COMMANDS);
            return parameters;
        });
    }

    void deleteCommands(Parameters parameters) {
        messenger.locked(() -> {
            refuseUnknownScope(parameters);
            messenger.menus().delete(parameters);
            messenger.events().publishToAll(ChatEvents.Kind.COMMANDS);
            return parameters;
        });
    }

    /** As Telegram's own library does it (td, BotCommandScope::get_bot_command_scope). */
    private void refuseUnknownScope(Parameters parameters) {
        CommandMenus.chat(parameters).ifPresent(scope -> {
            Chat chat = readable(scope.id());
            if (!chat.started) {
                throw ApiException.badRequest("chat not found");
            }
            if (scope.membersOnly() && !chat.isGroup()) {
                throw ApiException.badRequest("can't use specified scope in private chats");
            }
        });
    }

    private Chat readable(long chatId) {
        Chat chat = messenger.chat(chatId).orElseThrow(() -> ApiException.badRequest("chat not found"));
        if (chat.isGroup() && chat.blocked) {
            throw ApiException.forbidden("bot was kicked from the group chat");
        }
        return chat;
    }

    private Chat writable(long chatId) {
        Chat chat = readable(chatId);
        if (chat.blocked) {
            throw ApiException.forbidden("bot was blocked by the user");
        }
        if (!chat.started) {
            throw ApiException.forbidden("bot can't initiate conversation with a user");
        }
        return chat;
    }
}
