package com.saqsommelier.backend;

import java.util.Optional;

/**
 * How to serve.
 *
 * @param port of the loopback interface, 1–65535, or 0 for any free one
 * @param apiKey what callers must send as X-API-Key; empty to ask for none
 */
public record BackendSettings(int port, Optional<String> apiKey) {

    @Override
    public String toString() {
        return "BackendSettings[port=" + port + ", apiKey=" + (apiKey.isPresent() ? "set" : "none") + "]";
    }
}
