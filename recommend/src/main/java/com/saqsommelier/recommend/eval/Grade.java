package com.saqsommelier.recommend.eval;

/**
 * What a judge thinks of an answer.
 *
 * @param score from 1 to 5, as the rubric says
 * @param why in the judge's words
 */
public record Grade(int score, String why) {

    /** The best. */
    public static final int MOST = 5;

    /** Refuses a score that no rubric has. */
    public Grade {
        if (score < 1 || score > MOST) {
            throw new IllegalArgumentException("A grade is from 1 to " + MOST + ", not " + score);
        }
    }
}
