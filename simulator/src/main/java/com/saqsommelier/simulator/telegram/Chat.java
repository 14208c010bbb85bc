package com.saqsommelier.simulator.telegram;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One chat; everything in it is guarded by the lock of {@link Messenger}. */
final class Chat {

    private static final int MOST_POSTS = 500;

    private final long id;
    /** Of a group; null for a private chat. */
    private final @Nullable String title;

    final TreeMap<Long, Post> posts = new TreeMap<>();
    final RateLimits.Allowance allowance = new RateLimits.Allowance();

    /** Of a private chat; null for a group. */
    @Nullable
    TelegramUser user;

    /** Whether the person ever wrote, without which the bot may not. */
    boolean started;

    boolean blocked;

    /** The keyboard that stands in place of the person's own. */
    ReplyMarkup.@Nullable Keyboard keyboard;

    Chat(long id, @Nullable String title, @Nullable TelegramUser user) {
        this.id = id;
        this.title = title;
        this.user = user;
    }

    long id() {
        return id;
    }

    boolean isGroup() {
        return title != null;
    }

    void add(Post post) {
        posts.put(post.id(), post);
        if (posts.size() > MOST_POSTS) {
            posts.pollFirstEntry();
        }
    }

    ObjectNode json() {
        ObjectNode chat = Json.object().put("id", id);
        if (user != null) {
            chat.put("first_name", user.firstName());
            if (user.username() != null) {
                chat.put("username", user.username());
            }
            return chat.put("type", "private");
        }
        return chat.put("title", title).put("type", "group");
    }
}
