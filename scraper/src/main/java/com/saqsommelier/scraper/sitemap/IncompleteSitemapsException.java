package com.saqsommelier.scraper.sitemap;

import org.jspecify.annotations.Nullable;

/** The sitemaps could not be read as a whole, so that they say nothing of what they do not list. */
public final class IncompleteSitemapsException extends Exception {

    private static final long serialVersionUID = 1L;

    IncompleteSitemapsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
