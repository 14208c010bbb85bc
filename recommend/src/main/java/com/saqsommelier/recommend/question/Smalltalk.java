package com.saqsommelier.recommend.question;

import java.util.regex.Pattern;

/** Recognizes greetings and the wish to begin anew, in {@link QuestionParser#plain plain} letters. */
final class Smalltalk {

    private static final Pattern BEGINS_ANEW = Pattern.compile(
            "^(?:(?:ok|bon|non|no|well|please|svp),? )*(?:recommen(?:ce|cer|cons|cez)(?: (?:a zero|du debut|au debut|tout))?|on recommence(?: a zero)?|repart(?:ir|ons)? a zero|(?:on )?efface(?:r|z)?(?: tout)?|oublie(?:z)? (?:ca|tout)(?: ca)?|reset|start (?:over|again|fresh|from scratch)|begin again|forget (?:it|that|everything|all that)|nouvelle (?:recherche|demande)|new search|from scratch|a zero)[ !.]*$");

    private static final Pattern GREETS = Pattern.compile(
            "^(?:allo|bonjour|bonsoir|salut|coucou|hello|hi|hey|good (?:morning|evening|afternoon)|yo)(?: (?:sommelier|toi|vous|there|la|gang|tout le monde))*[ !.,?]*$");

    private Smalltalk() {}

    static boolean beginsAnew(String plain) {
        return BEGINS_ANEW.matcher(plain).matches();
    }

    static boolean greets(String plain) {
        return GREETS.matcher(plain).matches();
    }
}
