package com.saqsommelier.vocabulary;

/**
 * Something a person can ask for.
 *
 * @param french as saq.com writes it, where saq.com does; it identifies the term within its theme
 * @param english the same in English
 */
public record Term(Theme theme, String french, String english) {

    /** Its name in a language. */
    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }

    @Override
    public String toString() {
        return theme.name().toLowerCase(java.util.Locale.ROOT) + ":" + french;
    }
}
