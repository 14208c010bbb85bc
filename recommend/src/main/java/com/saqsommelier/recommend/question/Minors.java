package com.saqsommelier.recommend.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes a request for somebody under 18, the age at which SAQ may sell to a person. An age alone is not one: whisky
 * and port have ages too.
 */
final class Minors {

    private static final int OF_AGE = 18;

    private static final String CHILD =
            "\\b(?:fils|fille|gars|ado|enfant|neveu|niece|frere|soeur|petit[- ]fils|cousine?|son|daughter|kid|boy|girl|child|nephew|brother|sister|teen|teenager|student|etudiante?|friend|amie?|blonde|chum)";

    private static final Pattern AGE = Pattern.compile("(?:" + CHILD
            + "[^.!?\\d]{0,25}?(?:de|a|is|who is|aged?|,)?\\s*(\\d{1,2})\\s*(?:ans|an\\b|years?|yrs?|yo\\b|$|[.!?,]))"
            + "|(?:(?:j'ai|j ai|jai|i'm|i am|im)\\s+(?:juste |seulement |only |just )?(\\d{1,2})\\s*(?:ans|years?|yrs?|yo\\b|$|[.!?,]))"
            + "|(?:(\\d{1,2})[- ]?(?:year|yr)s?[- ]old\\s+" + CHILD
            + ")|(?:\\bage[de]?\\s+(?:de\\s+)?(\\d{1,2})\\s+ans)");

    private static final Pattern WORD = Pattern.compile(
            "\\b(?:mineure?s?|underage|under age|minors?|pour (?:les|des|mes) enfants|for (?:the|my) (?:kids|children)|pour (?:mon|un) ado|for (?:my|a) teenager|a l'ecole secondaire|high school (?:kid|student)s?)\\b");

    private Minors() {}

    static boolean speaksOf(String plain) {
        if (WORD.matcher(plain).find()) {
            return true;
        }
        Matcher matcher = AGE.matcher(plain);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null && Integer.parseInt(matcher.group(group)) < OF_AGE) {
                    return true;
                }
            }
        }
        return false;
    }
}
