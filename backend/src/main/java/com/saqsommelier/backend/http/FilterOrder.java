package com.saqsommelier.backend.http;

import org.springframework.core.Ordered;

/** The order in which a request passes the filters, before any controller sees it. */
final class FilterOrder {

    /** First, so that every line of the log and every answer has the id. */
    static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;

    /** Before the limits and the key: a browser asks for leave without a key. */
    static final int ORIGINS = 0;

    /** Before the key: guesses of keys are limited too. */
    static final int LIMITS = 1;

    static final int KEY = 2;

    /** After the key: an answer that is kept is only for those who may have it. */
    static final int ANSWERS = 3;

    private FilterOrder() {}
}
