package com.saqsommelier.bot;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the bot speaks, each as it is written in Québec. */
enum Language {
    FRENCH("fr"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /**
     * The language to answer a person in; French unless their Telegram is in English, as French comes first here.
     *
     * @param languageCode an IETF tag such as {@code en-CA}; null where Telegram does not say (Bot API, User)
     */
    static Language of(@Nullable String languageCode) {
        return languageCode != null && languageCode.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : FRENCH;
    }

    /** ISO 639-1, two letters. */
    String code() {
        return code;
    }

    ULocale locale() {
        return new ULocale(code, "CA");
    }
}
