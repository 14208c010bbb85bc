package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One chat; everything in it is guarded by the lock of {@link Messenger}. */
final class Chat {

    private static final int MOST_POSTS = 500;

    private final long id;
    /** Of a group; null for a private chat. */
    private final @Nullable String title;

    private final Map<Long, TelegramUser> members = new LinkedHashMap<>();

    final TreeMap<Long, Post> posts = new TreeMap<>();
    final RateLimits.Allowance allowance = new RateLimits.Allowance();

    /** Of a private chat: whether the person ever wrote, without which the bot may not. Of a group: always. */
    boolean started;

    /** Of a private chat: blocked by the person. Of a group: the bot is not in it. */
    boolean blocked;

    /** The keyboard that stands in place of people's own. */
    ReplyMarkup.@Nullable Keyboard keyboard;

    /** The chat of one person with the bot. */
    Chat(TelegramUser user) {
        this(user.id(), null);
        members.put(user.id(), user);
    }

    private Chat(long id, @Nullable String title) {
        this.id = id;
        this.title = title;
    }

    /** A group with the bot in it. */
    static Chat group(long id, String title) {
        Chat group = new Chat(id, title);
        group.started = true;
        return group;
    }

    long id() {
        return id;
    }

    boolean isGroup() {
        return title != null;
    }

    Collection<TelegramUser> members() {
        return List.copyOf(members.values());
    }

    boolean has(TelegramUser person) {
        return members.containsKey(person.id());
    }

    /** Lets someone in, or changes what is known of them. */
    void welcome(TelegramUser person) {
        members.put(person.id(), person);
    }

    /** The person of a private chat; empty for a group. */
    Optional<TelegramUser> user() {
        return isGroup() ? Optional.empty() : Optional.ofNullable(members.get(id));
    }

    void add(Post post) {
        posts.put(post.id(), post);
        if (posts.size() > MOST_POSTS) {
            posts.pollFirstEntry();
        }
    }

    /** As the bot is told of it. */
    ObjectNode json() {
        ObjectNode chat = Json.object().put("id", id);
        TelegramUser user = user().orElse(null);
        if (user == null) {
            return chat.put("title", title).put("type", "group");
        }
        chat.put("first_name", user.firstName());
        if (user.username() != null) {
            chat.put("username", user.username());
        }
        return chat.put("type", "private");
    }
}
