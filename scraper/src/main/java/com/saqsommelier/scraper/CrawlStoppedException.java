package com.saqsommelier.scraper;

import org.jspecify.annotations.Nullable;

/**
 * The run could not begin, for the site does not let it or makes no sense, and nothing was changed; or the database or disk
 * that it writes to was lost, and what was stored before is kept.
 */
public final class CrawlStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Object summary;

    CrawlStoppedException(String message, Object summary, @Nullable Throwable cause) {
        super(message, cause);
        this.summary = summary;
    }

    /** What was done until then, as the job's summary: its requests at least. */
    public Object summary() {
        return summary;
    }
}
