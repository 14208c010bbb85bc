package com.saqsommelier.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Brings French and English words to one form: lower case, no accents, no elided article, no possessive, no plural, and
 * the usual abbreviations of labels written out. Texts and queries go through the same steps.
 */
final class CatalogueAnalyzer extends Analyzer {

    private static final Map<String, String> ABBREVIATIONS = Map.of(
            "st", "saint",
            "ste", "sainte",
            "ch", "chateau",
            "dom", "domaine",
            "cab", "cabernet",
            "sauv", "sauvignon",
            "chard", "chardonnay");

    private final StemmerOverrideFilter.StemmerOverrideMap abbreviations = abbreviations();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(words);
        stream = new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new EnglishPossessiveFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        stream = new StemmerOverrideFilter(stream, abbreviations);
        stream = new PluralFilter(stream);
        return new TokenStreamComponents(words, stream);
    }

    /** The words of a text, each in its one form, in their order. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }

    private static StemmerOverrideFilter.StemmerOverrideMap abbreviations() {
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder();
        ABBREVIATIONS.forEach(builder::add);
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
