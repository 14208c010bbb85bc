package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who the bot is.
 *
 * @param id the digits of its token
 */
record BotIdentity(long id) {

    private static final String USERNAME = "saq_sommelier_bot";

    /** A command to any bot, or to this one. */
    private static final Pattern COMMAND = Pattern.compile(
            "/[A-Za-z0-9_]{1,32}(@" + USERNAME + ")?(\\s.*)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /**
     * Whether a bot in privacy mode sees a message of a group: commands (here whichever bot spoke last, as there is but one),
     * answers to its messages, and what was sent through it.
     */
    static boolean isToldInGroups(Post post) {
        return COMMAND.matcher(post.content().text()).matches()
                || (post.replyTo() != null && post.replyTo().fromBot())
                || post.origin().viaBot();
    }

    /** As the author of a message. */
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("is_bot", true)
                .put("first_name", "SAQ Sommelier")
                .put("username", USERNAME);
    }

    /** As getMe tells it: a bot in privacy mode, as BotFather makes one, for which inline mode was turned on. */
    ObjectNode fullJson() {
        return json().put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }
}
