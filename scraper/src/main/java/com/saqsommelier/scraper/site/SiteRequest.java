package com.saqsommelier.scraper.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a resource of the site.
 *
 * @param limit the largest body that is accepted, in bytes, compressed and not
 * @param timeout for the answer; empty for the usual one
 * @param headers beside the user agent and what HTTP itself needs
 * @param body JSON to post; empty for a GET
 * @param into the file that takes the answer's body as it comes, compressed or not; empty to have it in the answer,
 *     decompressed
 * @param doubtful whether it failed before, so that another failure says nothing of the site as a whole
 */
public record SiteRequest(
        int limit,
        Optional<Duration> timeout,
        Map<String, String> headers,
        Optional<String> body,
        Optional<Path> into,
        boolean doubtful) {

    /** A GET with a largest body. */
    public static SiteRequest upTo(int limit) {
        return new SiteRequest(limit, Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), false);
    }

    /** The same with headers. */
    public SiteRequest with(Map<String, String> others) {
        return new SiteRequest(limit, timeout, Map.copyOf(others), body, into, doubtful);
    }

    /** The same with another limit of time. */
    public SiteRequest within(Duration other) {
        return new SiteRequest(limit, Optional.of(other), headers, body, into, doubtful);
    }

    /** A POST of JSON. */
    public SiteRequest posting(String json) {
        return new SiteRequest(limit, timeout, headers, Optional.of(json), into, doubtful);
    }

    /** The same with the body in a file. */
    public SiteRequest into(Path file) {
        return new SiteRequest(limit, timeout, headers, body, Optional.of(file), doubtful);
    }

    /** The same for something that failed the last time. */
    public SiteRequest ofDoubtfulUse() {
        return new SiteRequest(limit, timeout, headers, body, into, true);
    }
}
