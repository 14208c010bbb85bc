package com.saqsommelier.recommend.question;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes greetings and the wish to begin anew, in {@link QuestionParser#plain plain} letters. */
public final class Smalltalk {

    private static final Pattern BEGINS_ANEW = Pattern.compile(
            "^(?:(?:ok|bon|non|no|well|please|svp),? )*(?:recommen(?:ce|cer|cons|cez)(?: (?:a zero|du debut|au debut|tout))?|on recommence(?: a zero)?|repart(?:ir|ons)? a zero|(?:on )?efface(?:r|z)?(?: tout)?|oublie(?:z)? (?:ca|tout)(?: ca)?|reset|start (?:over|again|fresh|from scratch)|begin again|forget (?:it|that|everything|all that)|nouvelle (?:recherche|demande)|new search|from scratch|a zero)[ !.]*$");

    private static final Pattern GREETS = Pattern.compile(
            "^(?:allo|bonjour|bonsoir|salut|coucou|hello|hi|hey|good (?:morning|evening|afternoon)|yo)(?: (?:sommelier|toi|vous|there|la|gang|tout le monde))*[ !.,?]*$");

    private Smalltalk() {}

    private static final Pattern BEGINS_ANEW_WITH = Pattern.compile(
            "^(?:(?:ok|bon|non|no|well),? )*(?:oublie(?:z)? (?:ca|tout)|laisse(?:z)? (?:faire|tomber)|on efface|efface tout|forget (?:it|that|about it|everything)|never ?mind|scratch that|start over|recommence(?:z)?(?: a zero)?|nouvelle recherche|new search)[ ,;:.!]+(?:plutot |alors |donc |instead |then )?(?=\\S)");

    /** What is wished after "forget it,"; empty for a question that does not begin anew with a wish. */
    public static Optional<String> wishedAnew(String plain) {
        Matcher begins = BEGINS_ANEW_WITH.matcher(plain);
        return begins.find() ? Optional.of(plain.substring(begins.end())) : Optional.empty();
    }

    static boolean beginsAnew(String plain) {
        return BEGINS_ANEW.matcher(plain).matches();
    }

    static boolean greets(String plain) {
        return GREETS.matcher(plain).matches();
    }
}
