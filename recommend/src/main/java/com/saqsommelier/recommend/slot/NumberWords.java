package com.saqsommelier.recommend.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes numbers that are spelt out, in French or English, in digits: {@code vingt-cinq} and {@code twenty-five} are 25. */
public final class NumberWords {

    private static final Map<String, Integer> ONES = Map.ofEntries(
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9));

    private static final Map<String, Integer> TEENS = Map.ofEntries(
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));

    private static final Map<String, Integer> TENS = Map.ofEntries(
            Map.entry("vingt", 20),
            Map.entry("vingts", 20),
            Map.entry("trente", 30),
            Map.entry("quarante", 40),
            Map.entry("cinquante", 50),
            Map.entry("soixante", 60),
            Map.entry("septante", 70),
            Map.entry("nonante", 90),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fourty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final Map<String, Integer> HUNDREDS =
            Map.of("cent", 100, "cents", 100, "hundred", 100, "mille", 1000, "thousand", 1000);

    private static final Map<String, String> ABOUT = Map.of(
            "dizaine",
            "10",
            "quinzaine",
            "15",
            "vingtaine",
            "20",
            "trentaine",
            "30",
            "quarantaine",
            "40",
            "cinquantaine",
            "50",
            "soixantaine",
            "60",
            "centaine",
            "100");

    private static final Pattern A_TEN =
            Pattern.compile("\\b(?:une|a) (" + String.join("|", ABOUT.keySet()) + ")(?: de| d')?");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private NumberWords() {}

    /** The text with its numbers in digits; numbers below ten stay words, unless they count a unit or belong to a greater one. */
    public static String inDigits(String plain) {
        String text = A_TEN.matcher(plain).replaceAll(found -> "environ " + ABOUT.get(found.group(1)));
        StringBuilder out = new StringBuilder();
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        int copied = 0;
        for (int at = 0; at < words.size(); at++) {
            Spelt spelt = spelt(text, words, at);
            if (spelt == null) {
                continue;
            }
            out.append(text, copied, words.get(at)[0]).append(spelt.value());
            copied = words.get(at + spelt.length() - 1)[1];
            at += spelt.length() - 1;
        }
        return out.append(text.substring(copied)).toString();
    }

    private record Spelt(int value, int length) {}

    private static @org.jspecify.annotations.Nullable Spelt spelt(String text, List<int[]> words, int from) {
        int total = 0;
        int part = 0;
        int length = 0;
        int last = 1_000_000;
        for (int at = from; at < words.size(); at++) {
            String word = text.substring(words.get(at)[0], words.get(at)[1]);
            if (at > from) {
                String between = text.substring(words.get(at - 1)[1], words.get(at)[0]);
                if (!between.equals(" ") && !between.equals("-")) {
                    break;
                }
            }
            if (length > 0 && (word.equals("et") || word.equals("and"))) {
                // Part of a number only where another part follows: "soixante et quinze", not "vingt et trente".
                int next = at + 1 < words.size()
                        ? below(text.substring(words.get(at + 1)[0], words.get(at + 1)[1]), last)
                        : -1;
                boolean one = at + 1 < words.size()
                        && text.substring(words.get(at + 1)[0], words.get(at + 1)[1])
                                .matches("une?|one")
                        && last >= 20;
                if (next > 0 || one) {
                    continue;
                }
                break;
            }
            Integer hundred = HUNDREDS.get(word);
            if (hundred != null && (length > 0 || !word.equals("cents"))) {
                if (part >= hundred) {
                    break;
                }
                part = Math.max(1, part) * hundred;
                total += part;
                part = 0;
                last = hundred;
                length = at - from + 1;
                continue;
            }
            if ((word.equals("vingt") || word.equals("vingts")) && part == 4) {
                part = 80;
                last = 20;
                length = at - from + 1;
                continue;
            }
            int value = word.matches("une?|one") && last >= 20 && last < 100 && length > 0 ? 1 : below(word, last);
            if (value < 0) {
                break;
            }
            part += value;
            last = value >= 20 ? 20 : value >= 10 ? 10 : 1;
            // Soixante-quinze and quatre-vingt-dix go on with the teens.
            length = at - from + 1;
        }
        int value = total + part;
        if (length == 0) {
            return null;
        }
        if (value < 10) {
            String after = text.substring(words.get(from + length - 1)[1]);
            return COUNTS.matcher(after).lookingAt() ? new Spelt(value, length) : null;
        }
        return new Spelt(value, length);
    }

    private static final Pattern COUNTS = Pattern.compile(
            "[- ]?(?:point|virgule|\\$|dollars?|piastres?|piasses?|bucks?|%|pour ?cent|per ?cent|degres|g\\b|gram|ans\\b|years?|litres?|liters?|(?:bon(?:ne)?s? |good |different(?:e)?s? |belles? )?(?:bouteilles?|bottles?|vins?|wines?|rouges?|blancs?|roses?|reds?|whites?|bulles|mousseux|champagnes?|bubbl|sparkl|bieres?|beers?|cidres?|ciders?|grammes?)\\b|etoiles?|stars?|bouteilles?|bottles?|sur 5|out of)");

    /** The value of a word that may follow a part of this size; -1 where it may not. */
    private static int below(String word, int last) {
        if (TENS.containsKey(word) && last > 20) {
            return TENS.get(word);
        }
        if (TEENS.containsKey(word) && last >= 20) {
            return TEENS.get(word);
        }
        if (ONES.containsKey(word) && last >= 10) {
            return ONES.get(word);
        }
        return -1;
    }
}
