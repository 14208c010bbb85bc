package com.saqsommelier.bot.filter;

/** What a list begins with, before it is filtered. */
public enum Source {
    /** What a search found; its words stand in the heading of the message. */
    SEARCH("s"),
    /** What the catalogue saw first of late and is to be had. */
    NEW("n"),
    /** One product of those that are to be had, whichever. */
    RANDOM("r"),
    /** What the person watches; it takes no filters. */
    WATCHES("w");

    private final String code;

    Source(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
