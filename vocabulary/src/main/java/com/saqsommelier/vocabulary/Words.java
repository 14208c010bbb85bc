package com.saqsommelier.vocabulary;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One form for each word: lower case, without accents, apostrophes, hyphens or the mark of the plural. */
public final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Lower case without accents; everything else stays. */
    public static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    /** The words of a text, in order. */
    public static List<String> of(String text) {
        return Stream.of(BETWEEN.split(plain(text), -1))
                .filter(word -> !word.isEmpty())
                .map(Words::singular)
                .toList();
    }

    /** The words of a text as they are written, one for each of {@link #of}. */
    public static List<String> written(String text) {
        return Stream.of(BETWEEN.split(Normalizer.normalize(text, Normalizer.Form.NFC), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words of a text joined by single spaces; texts that mean the same name have the same key. */
    public static String key(String text) {
        return String.join(" ", of(text));
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
