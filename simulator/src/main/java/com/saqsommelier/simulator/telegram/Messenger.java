package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chats of one bot: what people do in them and what the bot does.
 *
 * <p>Everything happens under one lock, so that the order of updates, of events on the page and of message ids is one order.
 * Keeps the newest 20,000 chats, 500 messages in each and 200,000 in all.
 */
final class Messenger {

    private static final int MOST_CHATS = 20_000;
    private static final int MOST_POSTS = 200_000;
    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_ANSWER = 200;
    private static final Duration DELETABLE = Duration.ofDays(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final RateLimits limits;
    private final Callbacks callbacks;
    private final Updates updates;
    private final ChatEvents events = new ChatEvents();
    private final CommandMenus menus = new CommandMenus();
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private final Deque<PostKey> order = new ArrayDeque<>();
    private ObjectNode bot = new BotIdentity(1).json();
    private long lastPostId;

    private record PostKey(long chatId, long postId) {}

    Messenger(InstantSource clock) {
        this.clock = clock;
        limits = new RateLimits(clock);
        callbacks = new Callbacks(clock.instant());
        updates = new Updates(clock.instant().getEpochSecond());
    }

    Updates updates() {
        return updates;
    }

    ChatEvents events() {
        return events;
    }

    void botIs(BotIdentity identity) {
        locked(() -> bot = identity.json());
    }

    // What people do.

    /** Makes the person known, or changes what is known of them. Their chat is empty until they write. */
    void join(TelegramUser user) {
        locked(() -> {
            Chat chat = chats.computeIfAbsent(user.id(), id -> new Chat(id, null, user));
            chat.user = user;
            forgetOldChats();
            return chat;
        });
    }

    /** Makes a group with the bot in it; the bot reads everything there. */
    void openGroup(long id, String title) {
        locked(() -> {
            Chat chat = chats.computeIfAbsent(id, newId -> new Chat(newId, title, null));
            chat.started = true;
            forgetOldChats();
            return chat;
        });
    }

    List<TelegramUser> people() {
        return locked(() -> chats.values().stream()
                .map(chat -> chat.user)
                .filter(Objects::nonNull)
                .toList());
    }

    /**
     * A person writes.
     *
     * @throws IllegalArgumentException for an empty text or one over 4,096 characters
     * @throws IllegalStateException when the person blocked the bot
     */
    void write(long chatId, TelegramUser author, String text) {
        FormattedText content = FormattedText.plain(text).fixed().withFoundEntities();
        if (content.text().isEmpty() || content.text().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a message has 1 to " + LONGEST_TEXT + " characters, not "
                    + content.text().length());
        }
        locked(() -> receive(chatId, author, content, null));
    }

    /** A person shares a place; see {@link #write} for what can go wrong. */
    void share(long chatId, TelegramUser author, Location location) {
        locked(() -> receive(chatId, author, FormattedText.plain(""), location));
    }

    private Post receive(long chatId, TelegramUser author, FormattedText content, @Nullable Location location) {
        Chat chat = known(chatId);
        if (chat.blocked) {
            throw new IllegalStateException("the bot is blocked in chat " + chatId);
        }
        chat.started = true;
        if (chat.keyboard != null && chat.keyboard.oneTime()) {
            chat.keyboard = null;
        }
        Post post = new Post(++lastPostId, author, clock.instant(), null, content, location, null, null);
        keep(chat, post);
        updates.publish("message", post.json(chat, bot));
        return post;
    }

    /**
     * A person taps a button with data under a message of the bot.
     *
     * @return the id of the tap, which its answer will name
     * @throws NoSuchElementException when there is no such message or button
     * @throws IllegalStateException when the button opens a link
     */
    String tap(long chatId, TelegramUser person, long postId, int row, int column) {
        return locked(() -> {
            Chat chat = known(chatId);
            Post post = chat.posts.get(postId);
            if (post == null || !(post.markup() instanceof ReplyMarkup.Inline(List<List<InlineButton>> rows))) {
                throw new NoSuchElementException("message " + postId + " of chat " + chatId + " has no buttons");
            }
            if (row < 0
                    || row >= rows.size()
                    || column < 0
                    || column >= rows.get(row).size()) {
                throw new NoSuchElementException("message " + postId + " has no button " + row + "," + column);
            }
            String data = rows.get(row)
                    .get(column)
                    .data()
                    .orElseThrow(() -> new IllegalStateException("the button opens a link; the bot learns nothing"));
            String id = callbacks.add(chatId, clock.instant());
            ObjectNode query = Json.object().put("id", id);
            query.set("from", person.json());
            query.set("message", post.json(chat, bot));
            updates.publish(
                    "callback_query",
                    query.put("chat_instance", "" + chatId * 31).put("data", data));
            return id;
        });
    }

    /** A person blocks the bot or lets it back in; the bot is told as Telegram tells it, by {@code my_chat_member}. */
    void block(long chatId, boolean blocked) {
        locked(() -> {
            Chat chat = known(chatId);
            TelegramUser person = chat.user;
            if (person != null && chat.blocked != blocked) {
                chat.blocked = blocked;
                ObjectNode change = Json.object();
                change.set("chat", chat.json());
                change.set("from", person.json());
                change.put("date", clock.instant().getEpochSecond());
                change.set("old_chat_member", membership(!blocked));
                change.set("new_chat_member", membership(blocked));
                updates.publish("my_chat_member", change);
                events.publish(chatId, ChatEvents.Kind.BLOCKED, Json.object().put("blocked", blocked), null);
            }
            return chat;
        });
    }

    private ObjectNode membership(boolean blocked) {
        ObjectNode member = Json.object();
        member.set("user", bot);
        return blocked ? member.put("status", "kicked").put("until_date", 0) : member.put("status", "member");
    }

    List<ChatMessage> messages(long chatId) {
        return locked(
                () -> known(chatId).posts.values().stream().map(ChatMessage::of).toList());
    }

    Optional<ReplyMarkup.Keyboard> keyboard(long chatId) {
        return locked(() -> Optional.ofNullable(known(chatId).keyboard));
    }

    /** All that the page shows of a chat, and the number of the last event that is in it. */
    Snapshot snapshot(long chatId) {
        return locked(() -> {
            Chat chat = known(chatId);
            ObjectNode state = Json.object().put("blocked", chat.blocked);
            ArrayNode messages = state.putArray("messages");
            chat.posts.values().forEach(post -> messages.add(post.json(chat, bot)));
            state.set("keyboard", keyboardJson(chat));
            state.set("commands", commands(chatId));
            return new Snapshot(events.newest(), state);
        });
    }

    record Snapshot(long sequence, ObjectNode state) {}

    ArrayNode commands(long chatId) {
        return locked(() -> {
            Chat chat = known(chatId);
            return menus.shown(chatId, chat.isGroup(), chat.user == null ? null : chat.user.languageCode());
        });
    }

    // What the bot does; each refuses with an ApiException.

    ObjectNode send(long chatId, FormattedText content, @Nullable ReplyMarkup markup, @Nullable Reply reply) {
        if (content.text().length() > LONGEST_TEXT) {
            throw ApiException.badRequest("message is too long");
        }
        return locked(() -> {
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
            Post quoted = answered == null ? null : answered.withoutReply();
            Post post = new Post(++lastPostId, null, clock.instant(), null, content, null, markup, quoted);
            keep(chat, post);
            return post.json(chat, bot);
        });
    }

    /** @param content null to change the buttons only */
    ObjectNode edit(long chatId, long postId, @Nullable FormattedText content, @Nullable ReplyMarkup markup) {
        if (content != null && content.text().length() > LONGEST_TEXT) {
            throw ApiException.badRequest("MESSAGE_TOO_LONG");
        }
        return locked(() -> {
            Chat chat = writable(chatId);
            Post post = chat.posts.get(postId);
            if (post == null) {
                throw ApiException.badRequest("message to edit not found");
            }
            boolean editable = post.markup() == null || post.markup() instanceof ReplyMarkup.Inline;
            if (!post.fromBot() || !editable) {
                throw ApiException.badRequest("message can't be edited");
            }
            FormattedText newContent = content == null ? post.content() : content;
            if (newContent.equals(post.content()) && Objects.equals(markup, post.markup())) {
                throw ApiException.badRequest("message is not modified: specified new message content and reply markup"
                        + " are exactly the same as a current content and reply markup of the message");
            }
            limits.countEdit(chat.allowance, chat.isGroup());
            Post changed = post.withContent(newContent, markup, clock.instant());
            chat.posts.put(postId, changed);
            publish(chat, ChatEvents.Kind.EDITED, changed);
            return changed.json(chat, bot);
        });
    }

    void delete(long chatId, long postId) {
        locked(() -> {
            Chat chat = writable(chatId);
            Post post = chat.posts.get(postId);
            if (post == null) {
                throw ApiException.badRequest("message to delete not found");
            }
            if (post.date().plus(DELETABLE).isBefore(clock.instant())) {
                throw ApiException.badRequest("message can't be deleted for everyone");
            }
            events.publish(chatId, ChatEvents.Kind.DELETED, Json.object().put("message_id", postId), null);
            return chat.posts.remove(postId);
        });
    }

    void answer(String callbackId, String text, boolean alert, String url) {
        if (text.length() > LONGEST_ANSWER) {
            throw ApiException.badRequest("MESSAGE_TOO_LONG");
        }
        locked(() -> {
            Instant now = clock.instant();
            long chatId = callbacks.answer(callbackId, now);
            ObjectNode answer = Json.object()
                    .put("callback_query_id", callbackId)
                    .put("text", text)
                    .put("show_alert", alert)
                    .put("url", url);
            events.publish(chatId, ChatEvents.Kind.ANSWER, answer, null);
            return chatId;
        });
    }

    void act(long chatId, String action) {
        locked(() -> {
            events.publish(
                    writable(chatId).id(), ChatEvents.Kind.ACTION, Json.object().put("action", action), null);
            return chatId;
        });
    }

    void setCommands(Parameters parameters) {
        locked(() -> {
            menus.set(parameters);
            events.publishToAll(ChatEvents.Kind.COMMANDS);
            return menus;
        });
    }

    void deleteCommands(Parameters parameters) {
        locked(() -> {
            menus.delete(parameters);
            events.publishToAll(ChatEvents.Kind.COMMANDS);
            return menus;
        });
    }

    JsonNode getCommands(Parameters parameters) {
        return locked(() -> menus.get(parameters));
    }

    private void keep(Chat chat, Post post) {
        chat.add(post);
        order.add(new PostKey(chat.id(), post.id()));
        if (order.size() > MOST_POSTS) {
            PostKey oldest = order.remove();
            Chat holder = chats.get(oldest.chatId());
            if (holder != null) {
                holder.posts.remove(oldest.postId());
            }
        }
        publish(chat, ChatEvents.Kind.MESSAGE, post);
    }

    private void publish(Chat chat, ChatEvents.Kind kind, Post post) {
        ObjectNode content = Json.object();
        content.set("message", post.json(chat, bot));
        content.set("keyboard", keyboardJson(chat));
        events.publish(chat.id(), kind, content, ChatMessage.of(post));
    }

    private static JsonNode keyboardJson(Chat chat) {
        return chat.keyboard == null ? Json.MAPPER.nullNode() : chat.keyboard.json();
    }

    private void forgetOldChats() {
        if (chats.size() > MOST_CHATS) {
            chats.remove(chats.keySet().iterator().next());
        }
    }

    private Chat known(long chatId) {
        Chat chat = chats.get(chatId);
        if (chat == null) {
            throw new NoSuchElementException("no chat " + chatId);
        }
        return chat;
    }

    private Chat writable(long chatId) {
        Chat chat = chats.get(chatId);
        if (chat == null) {
            throw ApiException.badRequest("chat not found");
        }
        if (chat.blocked) {
            throw ApiException.forbidden("bot was blocked by the user");
        }
        if (!chat.started) {
            throw ApiException.forbidden("bot can't initiate conversation with a user");
        }
        return chat;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
