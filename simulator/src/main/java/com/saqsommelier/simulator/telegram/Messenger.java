package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chats of one bot. {@link PeopleSide} is what people do in them, {@link BotSide} what the bot does.
 *
 * <p>Everything happens under one lock, so that the order of updates, of events on the page and of message ids is one order.
 * Keeps the newest 20,000 chats, 500 messages in each and 200,000 in all.
 */
final class Messenger {

    private static final int MOST_CHATS = 20_000;
    private static final int MOST_POSTS = 200_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Updates updates;
    private final ChatEvents events = new ChatEvents();
    private final CommandMenus menus = new CommandMenus();
    private final Callbacks callbacks;
    private final InlineQueries inlineQueries;
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private final Deque<PostKey> order = new ArrayDeque<>();
    private ObjectNode bot = new BotIdentity(1).json();
    private long lastPostId;

    private record PostKey(long chatId, long postId) {}

    Messenger(InstantSource clock) {
        this.clock = clock;
        callbacks = new Callbacks(clock.instant());
        inlineQueries = new InlineQueries(clock.instant());
        updates = new Updates(clock.instant().getEpochSecond());
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    Updates updates() {
        return updates;
    }

    ChatEvents events() {
        return events;
    }

    /** Who the bot is, as the author of a message. */
    ObjectNode bot() {
        return locked(() -> bot);
    }

    void botIs(BotIdentity identity) {
        locked(() -> bot = identity.json());
    }

    // For both sides, under the lock.

    Instant now() {
        return clock.instant();
    }

    Callbacks callbacks() {
        return callbacks;
    }

    InlineQueries inlineQueries() {
        return inlineQueries;
    }

    CommandMenus menus() {
        return menus;
    }

    Chat opened(long id, Function<Long, Chat> maker) {
        Chat chat = chats.computeIfAbsent(id, maker);
        if (chats.size() > MOST_CHATS) {
            chats.remove(chats.keySet().iterator().next());
        }
        return chat;
    }

    Optional<Chat> chat(long chatId) {
        return Optional.ofNullable(chats.get(chatId));
    }

    /** @throws NoSuchElementException when there is none */
    Chat known(long chatId) {
        return chat(chatId).orElseThrow(() -> new NoSuchElementException("no chat " + chatId));
    }

    List<Chat> chats() {
        return List.copyOf(chats.values());
    }

    long nextPostId() {
        return ++lastPostId;
    }

    /** Puts a new message into its chat. */
    void keep(Chat chat, Post post) {
        chat.add(post);
        order.add(new PostKey(chat.id(), post.id()));
        if (order.size() > MOST_POSTS) {
            PostKey oldest = order.remove();
            chat(oldest.chatId()).ifPresent(holder -> holder.posts.remove(oldest.postId()));
        }
        publish(chat, ChatEvents.Kind.MESSAGE, post);
    }

    /** Puts a message in place of the one with its id. */
    void change(Chat chat, Post post) {
        chat.posts.put(post.id(), post);
        publish(chat, ChatEvents.Kind.EDITED, post);
    }

    private void publish(Chat chat, ChatEvents.Kind kind, Post post) {
        ObjectNode content = Json.object();
        content.set("message", post.shown(chat, bot));
        content.set("keyboard", keyboardJson(chat));
        events.publish(chat.id(), kind, content, ChatMessage.of(post));
    }

    // For those who look.

    List<TelegramUser> people() {
        return locked(() ->
                chats.values().stream().flatMap(chat -> chat.user().stream()).toList());
    }

    List<ChatMessage> messages(long chatId) {
        return locked(
                () -> known(chatId).posts.values().stream().map(ChatMessage::of).toList());
    }

    Optional<ReplyMarkup.Keyboard> keyboard(long chatId) {
        return locked(() -> Optional.ofNullable(known(chatId).keyboard));
    }

    /** All that the page shows of a chat to one of its members, and the number of the last event that is in it. */
    Snapshot snapshot(long chatId, @Nullable String language) {
        return locked(() -> {
            Chat chat = known(chatId);
            ObjectNode state = Json.object().put("blocked", chat.blocked);
            ArrayNode messages = state.putArray("messages");
            chat.posts.values().forEach(post -> messages.add(post.shown(chat, bot)));
            state.set("keyboard", keyboardJson(chat));
            state.set("commands", commands(chatId, language));
            return new Snapshot(events.newest(), state);
        });
    }

    record Snapshot(long sequence, ObjectNode state) {}

    /** The menu that a member with that language sees. */
    ArrayNode commands(long chatId, @Nullable String language) {
        return locked(() -> menus.shown(chatId, known(chatId).isGroup(), language));
    }

    private static JsonNode keyboardJson(Chat chat) {
        return chat.keyboard == null ? Json.MAPPER.nullNode() : chat.keyboard.json();
    }
}
