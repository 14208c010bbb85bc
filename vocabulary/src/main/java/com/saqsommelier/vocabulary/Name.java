package com.saqsommelier.vocabulary;

import java.util.List;

/**
 * What something is called.
 *
 * @param french as it is shown to who reads French
 * @param english as it is shown to who reads English
 * @param spellings all ways in which saq.com is known to write it, in both languages, these two among them
 */
public record Name(String french, String english, List<String> spellings) {

    /** Takes a copy. */
    public Name {
        spellings = List.copyOf(spellings);
    }

    /** Its name in a language. */
    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }
}
