package com.saqsommelier.api.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads server-sent events as they come. Spring's own reader of them is for its reactive client only.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">How a stream is
 *     interpreted</a>
 */
final class EventReader implements AutoCloseable {

    private final BufferedReader lines;

    EventReader(InputStream stream) {
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /**
     * One event.
     *
     * @param name {@code message} where the stream gives none
     * @param data its lines, with line feeds between them
     */
    record Event(String name, String data) {}

    /** Waits for the next event that has data; empty at the end. An event that the end cuts off is none. */
    Optional<Event> next() throws IOException {
        String name = "message";
        StringJoiner data = new StringJoiner("\n");
        boolean any = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && any) {
                return Optional.of(new Event(name, data.toString()));
            }
            if (line.isEmpty()) {
                name = "message";
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data.add(value(line));
                any = true;
            }
        }
        return Optional.empty();
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
