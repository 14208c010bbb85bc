package com.saqsommelier.simulator.telegram;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who the bot is.
 *
 * @param id the digits of its token
 */
record BotIdentity(long id) {

    /** As the author of a message. */
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("is_bot", true)
                .put("first_name", "SAQ Sommelier")
                .put("username", "saq_sommelier_bot");
    }

    /** As getMe tells it; the bot reads all messages of its groups, that is, its privacy mode is off. */
    ObjectNode fullJson() {
        return json().put("can_join_groups", true)
                .put("can_read_all_group_messages", true)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }
}
