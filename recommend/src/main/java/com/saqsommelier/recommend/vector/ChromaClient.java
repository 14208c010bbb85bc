package com.saqsommelier.recommend.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to a ChromaDB server. Each way in which it cannot be used has its own words.
 *
 * @see <a href="https://docs.trychroma.com/docs/overview/getting-started">Chroma</a>; a token is taken from {@code
 *     Authorization} or {@code X-Chroma-Token}, as the server is set up
 */
final class ChromaClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int LONGEST_QUOTE = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json = JsonMapper.shared();
    private final ChromaSettings settings;

    ChromaClient(ChromaSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads.
     *
     * @param path below the server's address, with a slash in front
     * @throws UncheckedIOException when the server cannot be used
     */
    JsonNode get(String path, Duration patience) {
        return send(request(path, patience).GET());
    }

    /**
     * Sends a body as JSON.
     *
     * @param path below the server's address, with a slash in front
     * @throws UncheckedIOException when the server cannot be used
     */
    JsonNode post(String path, Map<String, Object> body, Duration patience) {
        return send(request(path, patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        // Not resolved: the server's address may have a path of its own, behind a proxy.
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.server() + path))
                .timeout(patience)
                .header("Accept", "application/json");
        settings.token()
                .ifPresent(token ->
                        request.header("Authorization", "Bearer " + token).header("X-Chroma-Token", token));
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw unusable(
                    "does not answer (" + e
                            + "). Usually it is not running, or SOMMELIER_CHROMA_URL names another server.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while asking Chroma", e));
        }
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
        }
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw unusable(
                    "answers with something that is no JSON: '" + quoted(response)
                            + "'. Usually SOMMELIER_CHROMA_URL leads to a proxy or another server.",
                    new IOException(e));
        }
    }

    private UncheckedIOException refused(HttpResponse<String> response) {
        String answer = "answers " + response.statusCode() + " to "
                + response.uri().getPath() + ": '" + quoted(response) + "'. ";
        String cause = switch (response.statusCode()) {
            case 401, 403, 407 ->
                settings.token().isPresent()
                        ? "It does not accept the token in SOMMELIER_CHROMA_TOKEN."
                        : "It asks for a token: set SOMMELIER_CHROMA_TOKEN.";
            case 404, 405, 410 ->
                "Usually it is another server, a proxy that expects another path, or a Chroma older than 1.0.";
            case 502, 503, 504 -> "Usually it is starting, or a proxy in front of it does not reach it.";
            default -> "Its own log says why.";
        };
        return unusable(answer + cause, new IOException("status " + response.statusCode()));
    }

    private UncheckedIOException unusable(String problem, IOException e) {
        return new UncheckedIOException("Chroma at " + settings.server() + " " + problem, e);
    }

    private static String quoted(HttpResponse<String> response) {
        String body = response.body().strip().replaceAll("\\s+", " ");
        return body.length() <= LONGEST_QUOTE ? body : body.substring(0, LONGEST_QUOTE) + "…";
    }

    @Override
    public void close() {
        http.close();
    }
}
