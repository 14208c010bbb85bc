package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The taps that wait for an answer. Telegram does not say for how long; here it is one minute, once. Guarded by the caller.
 *
 * @see <a href="https://core.telegram.org/bots/api#answercallbackquery">answerCallbackQuery</a>
 */
final class Callbacks {

    static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 10_000;

    private final Map<String, Tap> waiting = new LinkedHashMap<>();
    private long next;

    private record Tap(long chatId, Instant expires) {}

    /** @param start taps of an earlier run must not be mistaken for those of this one */
    Callbacks(Instant start) {
        next = start.toEpochMilli() * 1_000_000;
    }

    String add(long chatId, Instant now) {
        String id = Long.toString(++next);
        waiting.put(id, new Tap(chatId, now.plus(LIFETIME)));
        if (waiting.size() > MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return id;
    }

    /**
     * Takes the answer to a tap.
     *
     * @return the chat of the tap
     * @throws ApiException 400 for an unknown, answered or old tap
     */
    long answer(String id, Instant now) {
        Tap tap = waiting.remove(id);
        if (tap == null || now.isAfter(tap.expires())) {
            throw ApiException.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return tap.chatId();
    }
}
