package com.saqsommelier.scraper;

import org.jspecify.annotations.Nullable;

/** The site does not let us begin now, or what it says makes no sense; nothing was changed. */
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
