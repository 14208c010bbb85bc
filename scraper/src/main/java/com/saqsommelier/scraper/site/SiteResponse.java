package com.saqsommelier.scraper.site;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * The site's response with its whole body.
 *
 * @param address what answered, after redirects
 * @param body decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // Travels from here to the parser and is compared nowhere.
public record SiteResponse(URI address, int status, HttpHeaders headers, byte[] body) {

    private static final int NOT_MODIFIED = 304;

    /** Whether it is what was asked for (200). */
    public boolean ok() {
        return status == 200;
    }

    /** Whether the resource is not there (404, 410). */
    public boolean missing() {
        return status == 404 || status == 410;
    }

    /** Whether the resource is as the validators of the request say (304). */
    public boolean notModified() {
        return status == NOT_MODIFIED;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** What kind of body it says it has. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }

    /** Whether the site is in trouble or busy, so that the same request may succeed later. */
    boolean passing() {
        return status == 429 || status >= 500;
    }

    /** Whether it is elsewhere. */
    boolean redirect() {
        return status >= 300 && status < 400 && status != NOT_MODIFIED;
    }
}
