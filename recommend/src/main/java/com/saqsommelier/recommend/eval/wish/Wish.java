package com.saqsommelier.recommend.eval.wish;

import com.saqsommelier.vocabulary.Language;

/**
 * A wish in one language.
 *
 * @param id the same in both languages
 * @param theme the kind of difficulty
 */
public record Wish(String id, String theme, Language language, String text, Must must) {}
