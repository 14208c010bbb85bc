package com.saqsommelier.backend;

import java.util.Optional;

/**
 * How to serve.
 *
 * @param port of the loopback interface, 1–65535, or 0 for any free one
 * @param apiKey what callers must send as X-API-Key; empty where nobody may ask for what is about people
 * @param open whether the catalogue may be read without the key
 */
public record BackendSettings(int port, Optional<String> apiKey, boolean open) {

    /** With a key for everything, or with an open catalogue and nothing else. */
    public BackendSettings(int port, Optional<String> apiKey) {
        this(port, apiKey, apiKey.isEmpty());
    }

    @Override
    public String toString() {
        return "BackendSettings[port=" + port + ", apiKey=" + (apiKey.isPresent() ? "set" : "none") + ", open=" + open
                + "]";
    }
}
