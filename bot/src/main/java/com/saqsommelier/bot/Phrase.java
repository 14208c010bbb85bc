package com.saqsommelier.bot;

import java.util.Locale;

/** Everything the bot can say; the words are in {@code messages_fr.properties} and {@code messages_en.properties}. */
enum Phrase {
    WELCOME,
    HELP,
    BUTTON_SEARCH,
    BUTTON_HELP,
    INPUT_PLACEHOLDER,
    COMMAND_SEARCH,
    COMMAND_HELP,
    COMMAND_START,
    SEARCH_PROMPT,
    SEARCH_TOO_LONG,
    SEARCH_RESULTS,
    SEARCH_NOTHING,
    SEARCH_MORE,
    PRODUCT_ONLINE,
    PRODUCT_NOT_ONLINE,
    PRODUCT_ONLINE_UNKNOWN,
    PRODUCT_PRICE_UNKNOWN,
    UNKNOWN_COMMAND,
    TEXT_ONLY,
    CATALOGUE_SILENT,
    SORRY,
    STRANGER;

    /** The name under which the catalogues hold it: {@code search-too-long}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
