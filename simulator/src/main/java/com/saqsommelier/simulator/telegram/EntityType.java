package com.saqsommelier.simulator.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity</a> that the stand-in knows. */
enum EntityType {
    BOLD,
    ITALIC,
    UNDERLINE,
    STRIKETHROUGH,
    SPOILER,
    CODE,
    PRE,
    TEXT_LINK,
    BLOCKQUOTE,
    EXPANDABLE_BLOCKQUOTE,
    CUSTOM_EMOJI,
    BOT_COMMAND,
    URL;

    /** As in JSON: {@code text_link}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EntityType> ofWireName(String name) {
        return Stream.of(values()).filter(type -> type.wireName().equals(name)).findFirst();
    }

    /** Nothing can be nested in these. */
    boolean isVerbatim() {
        return this == CODE || this == PRE;
    }
}
