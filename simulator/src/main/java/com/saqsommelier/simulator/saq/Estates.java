package com.saqsommelier.simulator.saq;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Invents estates, distilleries and breweries that sound right where they are. */
final class Estates {

    /** A name for the label, and what the same house signs as producer. */
    record Estate(String name, String company) {}

    private record Style(List<String> prefixes, List<String> firsts, List<String> seconds, List<String> companies) {}

    private final Map<String, Style> styles = new HashMap<>();

    Estates() {
        Vocabulary.forEach(
                "estates.csv",
                line -> styles.put(
                        line.get("estates"),
                        new Style(
                                Vocabulary.parts(line.get("prefixes")),
                                Vocabulary.parts(line.get("firsts")),
                                Vocabulary.parts(line.get("seconds")),
                                Vocabulary.parts(line.get("company")))));
    }

    /** An estate in a style of estates.csv. */
    Estate invent(String style, RandomGenerator random) {
        Style words = style(style);
        return invent(words, pick(words.prefixes(), random), random);
    }

    /** An estate in a style of estates.csv, with a prefix of the caller's choice. */
    Estate invent(String style, String prefix, RandomGenerator random) {
        return invent(style(style), prefix, random);
    }

    private static Estate invent(Style words, String prefix, RandomGenerator random) {
        String name = prefix + " " + pick(words.firsts(), random);
        if (random.nextInt(3) > 0) {
            name += " " + pick(words.seconds(), random);
        }
        return new Estate(name, String.format(Locale.ROOT, pick(words.companies(), random), name));
    }

    private Style style(String style) {
        Style words = styles.get(style);
        if (words == null) {
            throw new IllegalArgumentException("estates.csv has no \"" + style + "\"");
        }
        return words;
    }

    static <T> T pick(List<T> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
