package com.saqsommelier.api.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that says exactly what a test wants, and remembers what it was asked last. */
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;

    int status = 200;
    String contentType = "application/json";
    String body = "{\"products\":[],\"total\":0,\"page\":1,\"per_page\":20,\"pages\":0}";

    /** Method and address. */
    @Nullable
    String asked;

    @Nullable
    String sent;

    @Nullable
    String key;

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        asked = exchange.getRequestMethod()
                + " "
                + uri.getRawPath()
                + Optional.ofNullable(uri.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        key = exchange.getRequestHeaders().getFirst("X-API-Key");
        if (status == 204) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
