package com.saqsommelier.app.journey;

/** The languages in which a journey is made. */
enum Languages {
    FRENCH,
    ENGLISH;

    /** The one of two words that a person of this language reads. */
    String of(String french, String english) {
        return this == FRENCH ? french : english;
    }

    /** One of two people who follow each other: each language needs its own, who is new to the bot. */
    long person(long first) {
        return this == FRENCH ? first : first + 1;
    }
}
