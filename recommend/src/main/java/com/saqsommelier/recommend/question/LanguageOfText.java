package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Words;
import java.util.List;
import java.util.regex.Pattern;

/** Tells French from English by the small words. */
final class LanguageOfText {

    /** English has no such word, and without its accent it would be an English one. */
    private static final Pattern A_GRAVE = Pattern.compile("(?<!\\p{L})[àÀ](?!\\p{L})");

    private final Grammar grammar;

    LanguageOfText(Grammar grammar) {
        this.grammar = grammar;
    }

    Language of(String text, Language preferred) {
        List<String> words = Words.of(text);
        long french = 2 * A_GRAVE.matcher(text).results().count();
        for (int at = 0; at < words.size(); at++) {
            french += grammar.lengthAt(Role.FRENCH, words, at) > 0 ? 1 : 0;
            french -= grammar.lengthAt(Role.ENGLISH, words, at) > 0 ? 1 : 0;
        }
        return french > 0 ? Language.FRENCH : french < 0 ? Language.ENGLISH : preferred;
    }
}
