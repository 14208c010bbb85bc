package com.saqsommelier.backend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A question to the sommelier as plain HTTP, for what the client of the contract does not show. */
public final class RecommendationCall {

    private RecommendationCall() {}

    /**
     * A question in French by the person {@code tg:1}.
     *
     * @param query without characters that JSON escapes
     */
    public static HttpRequest.Builder to(URI backend, String key, String query) {
        return HttpRequest.newBuilder(backend.resolve("/api/v1/recommendations"))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"user_id\": \"tg:1\", \"query\": \"" + query + "\", \"language\": \"fr\"}"));
    }
}
