package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Understanding;
import java.util.List;
import java.util.Set;

/**
 * An answer.
 *
 * @param picks best first; empty when there is nothing to recommend, and then the message says why
 * @param loosened what had to be given up for there to be any
 * @param message what is to be said besides the picks; empty when nothing is
 */
public record Recommendation(Understanding understanding, List<Pick> picks, Set<Constraint> loosened, String message) {}
