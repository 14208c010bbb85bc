package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many of which colours are wanted together: {@code 2 rouges et 1 blanc}, {@code a white for … and a red for …}. */
final class PortionReader {

    private static final String COLOUR =
            "(rouges?|reds?|blancs?|whites?|roses?|vins? orange|bulles|mousseux|sparkling|bubbly|champagnes?)";

    private static final Pattern PORTION = Pattern.compile(
            "\\b(\\d{1,2}|une?|an?|one|du|some|des|deux|trois|quatre|two|three|four) (?:bons? |bonnes? |good |petits? |autres? |other |bouteilles? de |bottles? of |vins? |wines? )?"
                    + COLOUR + "\\b");

    private static final Pattern JOINED =
            Pattern.compile("(?:\\bet\\b|\\band\\b|\\bpuis\\b|\\bpis\\b|\\bplus\\b|\\+|&|,)");

    private static final Pattern APART = Pattern.compile("\\b(?:ou|or|sinon|mais|but|pas|not|no|ni|nor)\\b");

    /** The end of a text after which a colour is not wanted. */
    private static final Pattern REFUSED = Pattern.compile(
            "\\b(?:pas|sans|ni|no|not|without|sauf|except|tannee?s?|ecoeuree?s?|marre|sick of|tired of|fed up with|(?:aime|aimons|like|want|veux|veut)s? pas|hates?|dislikes?|deteste)\\s*$");

    private static final Map<String, Integer> WORDS =
            Map.of("deux", 2, "two", 2, "trois", 3, "three", 3, "quatre", 4, "four", 4);

    private PortionReader() {}

    /** @param rest the question without the numbers of the portions */
    record Read(Map<Term, Integer> portions, String rest) {}

    static Read read(String plain, WineVocabulary vocabulary) {
        Map<Term, Integer> portions = new LinkedHashMap<>();
        Matcher matcher = PORTION.matcher(plain);
        int end = -1;
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            String between = end < 0 ? "" : plain.substring(end, matcher.start());
            boolean joined = end < 0
                    || (JOINED.matcher(between).find()
                            && !APART.matcher(between).find());
            if (!joined || REFUSED.matcher(plain.substring(0, matcher.start())).find()) {
                return new Read(Map.of(), plain);
            }
            Term term = vocabulary
                    .named(Theme.COLOUR, matcher.group(2))
                    .or(() -> vocabulary.named(Theme.KIND, matcher.group(2)))
                    .orElseThrow();
            String number = matcher.group(1);
            int count = Character.isDigit(number.charAt(0)) ? Integer.parseInt(number) : WORDS.getOrDefault(number, 1);
            portions.merge(term, count, Integer::sum);
            end = matcher.end();
            matcher.appendReplacement(rest, Matcher.quoteReplacement(matcher.group(2)));
        }
        matcher.appendTail(rest);
        return portions.size() > 1 ? new Read(portions, rest.toString()) : new Read(Map.of(), plain);
    }
}
