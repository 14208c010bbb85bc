package com.saqsommelier.recommend.vector;

import java.net.URI;
import java.util.Optional;

/**
 * Where a ChromaDB server is and how it knows this program.
 *
 * @param server for example {@code http://localhost:8000}, or {@code https://example.org/chroma} behind a proxy
 * @param token sent with each request; empty where the server asks for none
 */
public record ChromaSettings(URI server, Optional<String> token) {

    /** A server that asks for no token. */
    public static ChromaSettings at(URI server) {
        return new ChromaSettings(server, Optional.empty());
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "ChromaSettings[server=" + server + "]";
    }
}
