package com.saqsommelier.simulator.saq;

/**
 * What a client must send to be let into Live Search.
 *
 * @param apiKey the value of {@code x-api-key}
 * @param environmentId the value of {@code Magento-Environment-Id}
 */
public record LiveSearchAccess(String apiKey, String environmentId) {

    /** What a simulator accepts unless told otherwise. */
    public static final LiveSearchAccess DEFAULT =
            new LiveSearchAccess("simulator-key", "00000000-0000-4000-8000-000000000401");
}
