package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * The words of French and English with their base forms and parts of speech, from the dictionaries of LanguageTool. Safe for
 * use by several threads.
 */
public final class WordForms {

    /** Tags of nouns and adjectives in both dictionaries, of French participles too. */
    private static final Pattern NOUN_OR_ADJECTIVE = Pattern.compile("(?:N|J|Z|V ppa|FW).*");

    /** Tags of adverbs, numbers, pronouns, prepositions and other small words. */
    private static final Pattern SMALL_WORD =
            Pattern.compile("(?:A|C|D|P|R|I)(?: .*)?|(?:CC|CD|DT|EX|IN|MD|PDT|PRP|RB|RP|TO|UH|WDT|WP|WRB).*");

    private static final Dictionary FRENCH = read("/org/languagetool/resource/fr/french.dict");
    private static final Dictionary ENGLISH = read("/org/languagetool/resource/en/english.dict");

    private WordForms() {}

    /** Whether French or English has the word, written with its accents. */
    public static boolean has(String written) {
        return !found(written).isEmpty();
    }

    /** The keys of the base forms that a word may have, as {@link Words#key}; empty for what is no word. */
    static List<String> bases(String written) {
        return found(written).stream()
                .map(form -> Words.key(form.getStem().toString()))
                .distinct()
                .toList();
    }

    /**
     * The base forms, as keys, by which a word may tell something of a bottle: those of a noun or an adjective. Verbs, adverbs
     * and small words frame a wish and add nothing to it. A word that is in no dictionary is its own base form.
     */
    static List<String> telling(String written) {
        List<WordData> found = found(written);
        if (found.isEmpty()) {
            return List.of(Words.key(written));
        }
        boolean small =
                found.stream().anyMatch(form -> SMALL_WORD.matcher(tag(form)).matches());
        return small
                ? List.of()
                : found.stream()
                        .filter(form -> NOUN_OR_ADJECTIVE.matcher(tag(form)).matches())
                        .map(form -> Words.key(form.getStem().toString()))
                        .distinct()
                        .toList();
    }

    private static String tag(WordData form) {
        return String.valueOf(form.getTag());
    }

    /** Whether a word is an adjective. */
    static boolean isAdjective(String written) {
        return found(written).stream().anyMatch(form -> tag(form).startsWith("J"));
    }

    private static List<WordData> found(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        List<WordData> found = new ArrayList<>();
        for (Dictionary dictionary : List.of(FRENCH, ENGLISH)) {
            // A lookup holds state and costs nothing to make; it uses its entries again, so they are copied.
            new DictionaryLookup(dictionary).lookup(word).forEach(form -> found.add(form.clone()));
        }
        return found;
    }

    private static Dictionary read(String name) {
        URL file = Objects.requireNonNull(WordForms.class.getResource(name), name);
        try {
            return Dictionary.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
