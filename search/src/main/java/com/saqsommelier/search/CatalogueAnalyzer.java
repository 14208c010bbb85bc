package com.saqsommelier.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Brings French and English words to one form: lower case, no accents, no elided article, no possessive, no plural, and
 * the usual abbreviations of labels written out. Texts and queries go through the same steps.
 */
final class CatalogueAnalyzer extends Analyzer {

    /** What people write, and the one form it gets: abbreviations, and spellings that differ between the languages. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("ch", "chateau"),
            Map.entry("dom", "domaine"),
            Map.entry("1er", "premier"),
            Map.entry("cab", "cabernet"),
            Map.entry("sauv", "sauvignon"),
            Map.entry("chard", "chardonnay"),
            Map.entry("bdx", "bordeaux"),
            Map.entry("rhum", "rum"),
            Map.entry("rhums", "rum"),
            Map.entry("whiskey", "whisky"),
            Map.entry("whiskeys", "whisky"));

    /** The articles of French as Lucene lists them, and those of Italian labels. */
    private static final CharArraySet ARTICLES = articles();

    /** The dots of V.S.O.P., which is written VSOP as well. */
    private static final Pattern DOT_OF_INITIALS = Pattern.compile("(?<=(?<!\\p{L})\\p{L})\\.(?=\\p{L}(?!\\p{L}))");
    /** Signs that Unicode takes for the inside of a word, but labels put between two: {@code J.Lohr}. */
    private static final Pattern SIGN_BETWEEN_WORDS = Pattern.compile("(?<=\\p{L})[.:_·]+(?=\\p{L})");

    /** Far enough that the last word of one value and the first of the next do not stand together. */
    private static final int GAP_BETWEEN_VALUES = 100;

    /** Countries, grapes and categories, which come again with thousands of products, and what many people type. */
    private static final int MOST_KEPT = 10_000;

    private static final int LONGEST_KEPT = 60;

    private final StemmerOverrideFilter.StemmerOverrideMap spellings = spellings();
    private final Cache<String, List<String>> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    @Override
    protected Reader initReader(String field, Reader text) {
        return new PatternReplaceCharFilter(
                SIGN_BETWEEN_WORDS, " ", new PatternReplaceCharFilter(DOT_OF_INITIALS, "", text));
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(words);
        stream = new ElisionFilter(stream, ARTICLES);
        stream = new EnglishPossessiveFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        stream = new StemmerOverrideFilter(stream, spellings);
        stream = new PluralFilter(stream);
        return new TokenStreamComponents(words, stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP_BETWEEN_VALUES;
    }

    /** The words of a text, each in its one form, in their order; of texts that come again they are kept for a while. */
    List<String> words(String text) {
        return text.length() > LONGEST_KEPT ? analyzed(text) : kept.get(text, this::analyzed);
    }

    private List<String> analyzed(String text) {
        return typed(text).stream().map(TypedWord::form).toList();
    }

    /** The words of a text, each with its one form and as it stands in the text, in their order. */
    List<TypedWord> typed(String text) {
        List<TypedWord> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                // An emoji is a token too, and stands on no label.
                if (term.chars().anyMatch(Character::isLetterOrDigit)) {
                    words.add(new TypedWord(term.toString(), text.substring(place.startOffset(), place.endOffset())));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }

    private static CharArraySet articles() {
        CharArraySet articles = CharArraySet.copy(FrenchAnalyzer.DEFAULT_ARTICLES);
        articles.addAll(List.of("all", "dall", "dell", "nell", "sull", "un"));
        return CharArraySet.unmodifiableSet(articles);
    }

    private static StemmerOverrideFilter.StemmerOverrideMap spellings() {
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder();
        SPELLINGS.forEach(builder::add);
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
