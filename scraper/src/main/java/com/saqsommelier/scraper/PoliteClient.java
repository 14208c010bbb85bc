package com.saqsommelier.scraper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Asks a site for one thing at a time, never sooner than the delay after the end of its last answer. Redirects are not
 * followed: a page that moved is not the page that was asked for.
 *
 * <p>Used by one thread.
 */
final class PoliteClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String userAgent;
    private final Duration delay;
    private long lastAnswerEnd;
    private int requests;

    PoliteClient(String userAgent, Duration delay) {
        this.userAgent = userAgent;
        this.delay = delay;
    }

    /**
     * Fetches a resource.
     *
     * @param limit the largest body that is accepted, in bytes after decompression
     * @throws IOException when there is no whole answer, or it is larger
     */
    Answer get(URI address, int limit) throws IOException, InterruptedException {
        waitForTurn();
        requests++;
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = decoded(response)) {
                byte[] bytes = body.readNBytes(limit + 1);
                if (bytes.length > limit) {
                    throw new IOException("the answer is larger than " + limit + " bytes");
                }
                return new Answer(
                        response.statusCode(), bytes, response.headers().firstValue("Content-Type"));
            }
        } finally {
            lastAnswerEnd = System.nanoTime();
        }
    }

    int requests() {
        return requests;
    }

    @Override
    public void close() {
        http.close();
    }

    private void waitForTurn() throws InterruptedException {
        if (requests > 0) {
            long waited = System.nanoTime() - lastAnswerEnd;
            Duration rest = delay.minusNanos(waited);
            if (rest.isPositive()) {
                Thread.sleep(rest);
            }
        }
    }

    private static InputStream decoded(HttpResponse<InputStream> response) throws IOException {
        boolean gzip = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return gzip ? new GZIPInputStream(response.body()) : response.body();
    }

    /**
     * An answer with its whole body.
     *
     * @param contentType the value of the header, empty when there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // Travels from here to the parser and is compared nowhere.
    record Answer(int status, byte[] body, Optional<String> contentType) {

        boolean ok() {
            return status == 200;
        }

        boolean missing() {
            return status == 404 || status == 410;
        }
    }
}
