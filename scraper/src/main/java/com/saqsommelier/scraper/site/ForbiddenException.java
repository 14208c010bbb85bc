package com.saqsommelier.scraper.site;

import java.io.IOException;
import java.net.URI;

/** The site's robots.txt forbids an address; it was not asked for. */
public final class ForbiddenException extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(URI address) {
        super("robots.txt forbids " + address);
    }
}
