package com.saqsommelier.bot.access;

import com.saqsommelier.bot.language.Messages;

/**
 * The person in a chat whom the bot answers.
 *
 * @param id Telegram's number of the person
 * @param messages in the language that the person chose, else the one of their Telegram
 */
public record ChatUser(long id, Messages messages) {

    private static final String CHANNEL = "tg:";

    /** As the backend names the person. */
    public String userId() {
        return CHANNEL + id;
    }

    /** As the backend names whom Telegram numbers so. */
    public static String userId(long user) {
        return CHANNEL + user;
    }

    /** The private chat of a person whom the backend names; Telegram gives it the person's number. */
    public static long chat(String userId) {
        return Long.parseLong(userId.substring(CHANNEL.length()));
    }

    /** Whether Telegram knows a person by that name. */
    public static boolean isOne(String userId) {
        return userId.matches(CHANNEL + "\\d{1,18}");
    }
}
