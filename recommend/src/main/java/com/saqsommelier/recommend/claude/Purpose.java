package com.saqsommelier.recommend.claude;

import java.util.Locale;

/** What Claude is asked for. */
enum Purpose {
    /** To understand a question. */
    UNDERSTAND,
    /** To tell why bottles were chosen. */
    REASONS,
    /** To answer a question about wine that asks for no bottle. */
    ANSWER,
    /** To grade an answer, in an eval. */
    JUDGE;

    /** As in file names, tables and metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
