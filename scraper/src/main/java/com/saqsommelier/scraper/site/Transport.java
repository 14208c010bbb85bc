package com.saqsommelier.scraper.site;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** One HTTP exchange, by HTTP/2 where the site speaks it, with limits of size and time for the whole answer. */
final class Transport implements AutoCloseable {

    private final HttpClient http;
    private final String userAgent;

    Transport(String userAgent, Duration connectTimeout) {
        this.userAgent = userAgent;
        http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks once; throws when there is no whole answer within the limits. */
    SiteResponse send(URI address, SiteRequest ask, Duration timeout) throws IOException, InterruptedException {
        HttpRequest request = request(address, ask);
        if (ask.into().isPresent()) {
            HttpResponse<Path> response = whole(
                    request,
                    BodyHandlers.ofFile(ask.into().get(), CREATE, WRITE, TRUNCATE_EXISTING),
                    ask.limit(),
                    timeout);
            return new SiteResponse(address, response.statusCode(), response.headers(), new byte[0]);
        }
        HttpResponse<byte[]> response = whole(request, BodyHandlers.ofByteArray(), ask.limit(), timeout);
        return new SiteResponse(address, response.statusCode(), response.headers(), decoded(response, ask.limit()));
    }

    private <T> HttpResponse<T> whole(
            HttpRequest request, HttpResponse.BodyHandler<T> body, int limit, Duration timeout)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> coming = http.sendAsync(request, BodyHandlers.limiting(body, limit));
        try {
            return coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            // Ends the exchange where it still goes on; the rest of a long body would keep coming.
            coming.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpRequest request(URI address, SiteRequest ask) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("User-Agent", userAgent).header("Accept-Encoding", "gzip");
        ask.headers().forEach(request::header);
        ask.body()
                .ifPresent(json -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
        return request.build();
    }

    private static byte[] decoded(HttpResponse<byte[]> response, int limit) throws IOException {
        boolean gzip = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        if (!gzip || response.body().length == 0) {
            return response.body();
        }
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] bytes = body.readNBytes(limit);
            if (body.read() >= 0) {
                throw new IOException("the answer is larger than " + limit + " bytes");
            }
            return bytes;
        }
    }
}
