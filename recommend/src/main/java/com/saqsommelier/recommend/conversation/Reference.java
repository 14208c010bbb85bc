package com.saqsommelier.recommend.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bottle of the last answer that a follow-up points at: {@code le deuxième}, {@code the last one}.
 *
 * @param place in the last answer from 0, or from its end where {@code fromEnd} is true
 * @param rest the question without the pointing words
 */
record Reference(int place, boolean fromEnd, String rest) {

    private static final List<Map.Entry<Pattern, Integer>> PLACES = List.of(
            place("premiere?|1ere?|1re?|first|1st", 0),
            place("deuxieme|seconde?|2e|2eme|second|2nd", 1),
            place("troisieme|3e|3eme|third|3rd", 2),
            place("quatrieme|4e|4eme|fourth|4th", 3),
            place("cinquieme|5e|5eme|fifth|5th", 4));

    private static final Pattern LAST = pointing("derniere?|last");

    /** {@code le 2}, {@code #2}, {@code number 2}; not {@code le 20 $}. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?:^|\\s)(?:(?:le|la|numero|no\\.?|number) |#\\s?)([1-5])(?=$|[\\s,.!?])(?!\\s?(?:\\$|vin|bout|red|white))");

    /** Finds what a question in plain letters points at. */
    static Optional<Reference> in(String plain) {
        for (Map.Entry<Pattern, Integer> place : PLACES) {
            Matcher matcher = place.getKey().matcher(plain);
            if (matcher.find()) {
                return Optional.of(new Reference(place.getValue(), false, without(plain, matcher)));
            }
        }
        Matcher last = LAST.matcher(plain);
        if (last.find()) {
            return Optional.of(new Reference(0, true, without(plain, last)));
        }
        Matcher number = NUMBER.matcher(plain);
        return number.find()
                ? Optional.of(new Reference(Integer.parseInt(number.group(1)) - 1, false, without(plain, number)))
                : Optional.empty();
    }

    /** The SKU it points at; nothing where the answer had fewer bottles. */
    Optional<String> of(List<String> suggested) {
        int index = fromEnd ? suggested.size() - 1 - place : place;
        return index >= 0 && index < suggested.size() ? Optional.of(suggested.get(index)) : Optional.empty();
    }

    private static Map.Entry<Pattern, Integer> place(String words, int place) {
        return Map.entry(pointing(words), place);
    }

    /** An article is needed: {@code premier cru} and {@code a last wine} point at nothing. */
    private static Pattern pointing(String words) {
        return Pattern.compile(
                "\\b(?:le|la|du|au|l'|the|that|this) ?(?:" + words
                        + ")\\b(?! (?:cru|vin|wine|grand|bottle|bouteille|fois|time|date))(?: (?:one|choix|choice|suggestion))?");
    }

    private static String without(String plain, Matcher matcher) {
        return plain.substring(0, matcher.start()) + " , " + plain.substring(matcher.end());
    }
}
