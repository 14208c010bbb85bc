package com.saqsommelier.recommend.claude;

import com.saqsommelier.vocabulary.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses texts that no sommelier would say to a guest: markup, links, names of hosts under any domain, control characters,
 * a piece of the prompt, a name of an estate that nobody gave, a text too long.
 */
final class OutputGuard {

    private static final Pattern MARKUP = Pattern.compile(
            "[\\p{L}\\d]\\.\\p{L}{2}|[<>`{}\\[\\]|*#\\\\]|&[a-z]+;|&#|https?:|www\\.|\\bt\\.me\\b|@\\w|[\\p{Cc}\\p{Cf}]");

    /** How the names of estates begin or end, in the languages of labels. */
    private static final Pattern ESTATE = Pattern.compile(
            "(?i:ch[aâ]teau|domaine|clos|bodegas?|tenuta|cantina|quinta|weingut|castello|fattoria|podere|vignoble|maison|mas"
                    + "|cuv[ée]e)\\s+(?:d[eu]s?\\s+|d['’]|l[ae]s?\\s+|l['’])*(\\p{Lu}[\\p{L}'’-]+)"
                    + "|(\\p{Lu}[\\p{L}'’-]+)\\s+(?i:estate|winery|vineyards?|cellars)\\b");

    /** So many words of the prompt in a row are no coincidence. */
    private static final int SHINGLE = 7;

    private final Set<String> prompt = new HashSet<>();

    OutputGuard(List<Prompt> prompts) {
        prompts.forEach(it -> prompt.addAll(shingles(it.text())));
    }

    /**
     * What is wrong with a text, as it may be logged; empty when nothing is.
     *
     * @param given what the text may name
     */
    String fault(String text, String given, int longest) {
        if (text.isBlank() || text.length() > longest) {
            return "length:" + text.length();
        }
        if (MARKUP.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return "markup";
        }
        if (!ForbiddenClaims.isSpeltPlainly(text)) {
            return "letters";
        }
        if (spellings(text).anyMatch(spelt -> shingles(spelt).stream().anyMatch(prompt::contains))) {
            return "prompt";
        }
        Set<String> known = Set.copyOf(Words.of(given));
        Matcher estates = ESTATE.matcher(text);
        while (estates.find()) {
            String name = estates.group(1) == null ? estates.group(2) : estates.group(1);
            if (!known.containsAll(Words.of(name))) {
                return "estate:" + name;
            }
        }
        return "";
    }

    /** A text as it is, its words or its letters turned around, and each letter thirteen places on. */
    private static Stream<String> spellings(String text) {
        return Stream.of(
                text,
                String.join(" ", Words.of(text).reversed()),
                new StringBuilder(text).reverse().toString(),
                text.chars()
                        .map(OutputGuard::thirteenOn)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static int thirteenOn(int letter) {
        int first = letter >= 'a' && letter <= 'z' ? 'a' : letter >= 'A' && letter <= 'Z' ? 'A' : 0;
        return first == 0 ? letter : first + (letter - first + 13) % 26;
    }

    private static Set<String> shingles(String text) {
        List<String> words = Words.of(text);
        Set<String> shingles = new HashSet<>();
        for (int at = 0; at + SHINGLE <= words.size(); at++) {
            shingles.add(String.join(" ", words.subList(at, at + SHINGLE)));
        }
        return shingles;
    }
}
