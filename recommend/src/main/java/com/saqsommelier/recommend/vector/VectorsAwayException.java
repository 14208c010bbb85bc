package com.saqsommelier.recommend.vector;

import java.time.Instant;

/** The index failed a moment ago and is left alone for a while. */
public final class VectorsAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VectorsAwayException(Instant until) {
        super("The vector index failed a moment ago and is not asked until " + until + ".", null, false, false);
    }
}
