package com.saqsommelier.search;

/**
 * A word of a text.
 *
 * @param form as the analyzer gives it
 * @param typed as it stands in the text
 */
record TypedWord(String form, String typed) {}
