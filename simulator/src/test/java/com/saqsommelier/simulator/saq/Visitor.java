package com.saqsommelier.simulator.saq;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Visits a simulator by HTTP/1.1. */
final class Visitor implements AutoCloseable {

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Visitor(SaqSimulator site) {
        base = site.baseUrl();
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request("GET", path, HttpRequest.BodyPublishers.noBody(), headers));
    }

    HttpResponse<byte[]> head(String path) throws IOException, InterruptedException {
        return send(request("HEAD", path, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
        return send(request("DELETE", path, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(request("POST", path, HttpRequest.BodyPublishers.ofString(body), headers));
    }

    String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(text(path), base.toString());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("User-Agent", "SimulatorTest/1.0")
                .method(method, body);
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return request.build();
    }

    @Override
    public void close() {
        client.close();
    }
}
