package com.saqsommelier.recommend.question;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how many bottles a question asks for. */
final class CountReader {

    private static final Map<String, Integer> SPELT = Map.ofEntries(
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("douze", 12),
            Map.entry("twelve", 12),
            Map.entry("une douzaine de", 12),
            Map.entry("a dozen", 12),
            Map.entry("une caisse de", 12),
            Map.entry("a case of", 12));

    private static final Pattern COUNT = Pattern.compile(
            "\\b(\\d{1,12}|" + String.join("|", SPELT.keySet())
                    + ")\\s+(?:bon(?:ne)?s?\\s+|good\\s+|different(?:e)?s?\\s+|other\\s+|autres\\s+|belles\\s+)?"
                    + "(?:bouteilles?|bottles?|vins?|wines?|suggestions?|idees?|ideas?|options?|choix|choices|rouges|blancs|roses|reds|whites|bulles)\\b");

    private CountReader() {}

    /** @param rest the question without the count */
    record Read(OptionalInt count, String rest) {}

    static Read read(String plain) {
        Matcher matcher = COUNT.matcher(plain);
        if (!matcher.find()) {
            return new Read(OptionalInt.empty(), plain);
        }
        Integer spelt = SPELT.get(matcher.group(1));
        int count = spelt != null ? spelt : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(matcher.group(1)));
        return new Read(OptionalInt.of(count), plain.substring(0, matcher.start(1)) + plain.substring(matcher.end(1)));
    }
}
