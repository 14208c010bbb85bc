package com.saqsommelier.scraper;

import org.jspecify.annotations.Nullable;

/** The site does not let us crawl now, or what it says makes no sense; nothing was changed. */
public final class CrawlStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    CrawlStoppedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
