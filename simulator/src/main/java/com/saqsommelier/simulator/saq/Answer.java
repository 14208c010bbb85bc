package com.saqsommelier.simulator.saq;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the site would say, before faults, compression and HEAD are considered. */
final class Answer {

    static final String HTML = "text/html; charset=UTF-8";

    /** Writes a body that is too large to hold. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    final int status;
    final String contentType;
    final Map<String, String> headers = new LinkedHashMap<>();
    final Body body;
    final boolean streamed;

    private Answer(int status, String contentType, Body body, boolean streamed) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.streamed = streamed;
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, out -> out.write(body), false);
    }

    static Answer of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of unknown length that is written as it is made. */
    static Answer streamed(String contentType, Body body) {
        return new Answer(200, contentType, body, true);
    }

    Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
