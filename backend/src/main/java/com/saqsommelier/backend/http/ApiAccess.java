package com.saqsommelier.backend.http;

import java.util.List;
import java.util.Optional;

/**
 * Access rules of the API: key, open catalogue, rate limits and CORS origins.
 *
 * @param apiKey what callers must send as {@link #KEY_HEADER}; empty where nobody may ask for what is about people
 * @param open whether the catalogue may be read without the key
 * @param limits how often callers may ask
 * @param origins the sites whose pages may call from a browser, as {@code https://example.com}; none for no site
 */
public record ApiAccess(Optional<String> apiKey, boolean open, RequestLimits limits, List<String> origins) {

    /** The header that carries the key. */
    public static final String KEY_HEADER = "X-API-Key";

    /** Copies the list. */
    public ApiAccess {
        origins = List.copyOf(origins);
    }

    @Override
    public String toString() {
        return "ApiAccess[apiKey=" + (apiKey.isPresent() ? "set" : "none") + ", open=" + open + ", limits=" + limits
                + ", origins=" + origins + "]";
    }
}
