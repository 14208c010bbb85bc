package com.saqsommelier.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its answer. An exchange can be answered once. */
public final class Exchange {

    /** The largest request body that is read; a stand-in needs no more, and a runaway client must not fill the heap. */
    private static final int LARGEST_BODY = 10_000_000;

    private final HttpExchange exchange;
    private Runnable beforeLastByte = () -> {};

    Exchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The method in upper case: {@code GET}. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** The decoded path, starting with a slash. */
    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The value of a request header, by any case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The parameters of the query string, decoded; the first of each name. */
    public Map<String, String> query() {
        return parameters(exchange.getRequestURI().getRawQuery());
    }

    /**
     * The request body.
     *
     * @throws IOException when it is larger than 10 MB or the client went away
     */
    public byte[] body() throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new IOException("request body over " + LARGEST_BODY + " bytes");
        }
        return body;
    }

    /** The parameters of a body in {@code application/x-www-form-urlencoded}, decoded; the first of each name. */
    public Map<String, String> form() throws IOException {
        return parameters(new String(body(), StandardCharsets.UTF_8));
    }

    /** Adds a header to the answer; to be called before {@code answer}. */
    public Exchange with(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
        return this;
    }

    /**
     * Has {@code action} run just before the last byte of the answer leaves: the latest moment at which the client cannot
     * yet have begun its next request.
     */
    public Exchange beforeLastByte(Runnable action) {
        beforeLastByte = action;
        return this;
    }

    /**
     * Sends a whole answer.
     *
     * @param contentType the value of Content-Type, with its charset
     */
    public void answer(int status, String contentType, byte[] body) throws IOException {
        with("Content-Type", contentType);
        if (body.length == 0 || method().equals("HEAD")) {
            answer(status);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        OutputStream stream = exchange.getResponseBody();
        stream.write(body, 0, body.length - 1);
        beforeLastByte.run();
        stream.write(body, body.length - 1, 1);
    }

    /** Sends a whole answer of UTF-8 text. */
    public void answer(int status, String contentType, String body) throws IOException {
        answer(status, contentType + ";charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a status with no body. */
    public void answer(int status) throws IOException {
        beforeLastByte.run();
        exchange.sendResponseHeaders(status, -1);
    }

    /** Announces {@code announced} bytes, sends only those given, and closes: the client sees a cut body. */
    public void answerCut(int status, String contentType, int announced, byte[] sent) throws IOException {
        with("Content-Type", contentType);
        exchange.sendResponseHeaders(status, announced);
        exchange.getResponseBody().write(sent);
        exchange.getResponseBody().flush();
    }

    /** Starts an answer of unknown length; the caller writes to the stream and closes it. */
    public OutputStream stream(int status, String contentType) throws IOException {
        with("Content-Type", contentType);
        exchange.sendResponseHeaders(status, 0);
        return new FilterOutputStream(exchange.getResponseBody()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                beforeLastByte.run();
                super.close();
            }
        };
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.putIfAbsent(decode(name), decode(value));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
