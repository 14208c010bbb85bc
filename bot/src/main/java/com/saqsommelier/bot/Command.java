package com.saqsommelier.bot;

/** What a person asks of the bot. */
sealed interface Command {

    /** The first contact, or the wish to see the menu again. */
    record Start() implements Command {}

    record Help() implements Command {}

    /**
     * Look for products.
     *
     * @param words 1 to {@link #LONGEST_SEARCH} UTF-16 units, without blanks at the ends or line breaks
     */
    record Search(String words) implements Command {}

    /** Wants to search, did not say for what. */
    record SearchPrompt() implements Command {}

    /**
     * Wants to search for more than fits.
     *
     * @param length in UTF-16 units
     */
    record SearchTooLong(int length) implements Command {}

    /** A command that the bot does not have. */
    record Unknown() implements Command {}

    /** A picture, a voice message, a place: something a person sent that the bot cannot read. */
    record NotText() implements Command {}

    /** Not for the bot, or nothing to answer. */
    record Ignored() implements Command {}

    /** What the contract takes as {@code q}. */
    int LONGEST_SEARCH = 200;
}
