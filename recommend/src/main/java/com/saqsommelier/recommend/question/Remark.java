package com.saqsommelier.recommend.question;

/** What the answer must say about the question itself. */
public enum Remark {
    /** It is thanks. */
    THANKS(true),
    /** Nothing was asked: no letters or digits. */
    EMPTY(true),
    /** Nothing in it speaks of wine. */
    UNCLEAR(true),
    /** It was longer than {@link QuestionParser#LONGEST} characters and was read up to there. */
    CUT(false),
    /** It is for somebody under 18, the age of majority in Québec. */
    MINOR(true),
    /** No bottle can meet it: red and white at once, over 50 and under 20. */
    CONTRADICTION(true),
    /** It asks to begin anew. */
    BEGIN_ANEW(true),
    /** It says hello. */
    GREETING(true),
    /** It asks for more bottles than an answer holds. */
    TOO_MANY(false),
    /** It asks for a thing that is not a drink, such as a corkscrew. */
    ACCESSORY(true),
    /** It names a store; only online and the person's own stores are known. */
    STORE_NAMED(false),
    /** It asks about wine, and no bottle answers it. */
    QUESTION(true);

    private final boolean refuses;

    Remark(boolean refuses) {
        this.refuses = refuses;
    }

    /** Whether nothing is recommended after it. */
    public boolean refuses() {
        return refuses;
    }
}
