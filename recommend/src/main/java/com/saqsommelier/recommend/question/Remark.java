package com.saqsommelier.recommend.question;

/** What the answer must say about the question itself. */
public enum Remark {
    /** Nothing was asked: no letters or digits. */
    EMPTY,
    /** Nothing in it speaks of wine. */
    UNCLEAR,
    /** It was longer than {@link QuestionParser#LONGEST} characters and was read up to there. */
    CUT,
    /** It is for somebody under 18, the age of majority in Québec. */
    MINOR,
    /** It asks for beer, which the sommelier does not advise on. */
    BEER,
    /** It asks for more bottles than an answer holds. */
    TOO_MANY,
    /** It asks for a thing that is not a drink, such as a corkscrew. */
    ACCESSORY,
    /** It names a store; only online and the person's own stores are known. */
    STORE_NAMED
}
