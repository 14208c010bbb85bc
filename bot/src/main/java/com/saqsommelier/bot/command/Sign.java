package com.saqsommelier.bot.command;

/** How messages of the bot begin that wait for an answer, by which a reply to one of them is known. */
public final class Sign {

    /** A question or an answer of the sommelier. */
    public static final String SOMMELIER = "🍷";
    /** A question for a place. */
    public static final String STORES = "📍";

    private Sign() {}
}
