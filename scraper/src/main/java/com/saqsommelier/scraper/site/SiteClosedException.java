package com.saqsommelier.scraper.site;

import org.jspecify.annotations.Nullable;

/** The site is not to be asked for anything more in this run; the message says why. */
public final class SiteClosedException extends Exception {

    private static final long serialVersionUID = 1L;

    SiteClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
