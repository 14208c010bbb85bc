package com.saqsommelier.simulator.telegram;

/**
 * A button of the keyboard that the bot puts in place of the person's own.
 *
 * @param text its label, not empty; a tap sends it as a message
 * @param requestLocation whether a tap shares the person's location instead
 * @see <a href="https://core.telegram.org/bots/api#keyboardbutton">KeyboardButton</a>
 */
public record ReplyButton(String text, boolean requestLocation) {}
