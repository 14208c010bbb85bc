package com.saqsommelier.backend.http;

/**
 * How many requests to the API one caller may make in a minute, all at once or spread.
 *
 * @param perAddress of one network address without the key; 0 for as many as it likes
 * @param perKey with the key; 0 for as many as it likes
 */
public record RequestLimits(int perAddress, int perKey) {

    /** As many as anyone likes. */
    public static final RequestLimits NONE = new RequestLimits(0, 0);

    /** Refuses a negative number. */
    public RequestLimits {
        if (perAddress < 0 || perKey < 0) {
            throw new IllegalArgumentException("A limit is 0 or more, not " + perAddress + " and " + perKey);
        }
    }
}
