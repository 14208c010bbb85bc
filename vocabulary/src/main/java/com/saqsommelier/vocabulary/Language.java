package com.saqsommelier.vocabulary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that the sommelier reads and writes, as it is written in Québec. */
public enum Language {
    FRENCH("fr"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /**
     * The language to answer a person in; French unless their client is in English, as French comes first here.
     *
     * @param tag an IETF tag such as {@code en-CA}; null where nobody says
     */
    public static Language of(@Nullable String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : FRENCH;
    }

    /** ISO 639-1, two letters. */
    public String code() {
        return code;
    }

    /** The language with Canada's habits. */
    public Locale locale() {
        return Locale.of(code, "CA");
    }
}
