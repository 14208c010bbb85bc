package com.saqsommelier.simulator.telegram;

/**
 * What the bot said to a tap.
 *
 * @param text up to 200 characters, empty for none
 * @param alert whether the person must dismiss it; otherwise it is shown for a moment
 */
public record CallbackAnswer(String text, boolean alert) {}
