package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Inline queries that wait for an answer, answers that wait for a choice, and answers that the bot allowed to be kept for
 * whoever asks the same. Guarded by the caller.
 *
 * <p>Telegram does not say for how long it takes an answer; here it is 30 seconds, once.
 */
final class InlineQueries {

    static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Asked> waiting = new LinkedHashMap<>();
    private final Map<String, Answered> answered = new LinkedHashMap<>();
    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private long next;

    /** One query. */
    record Asked(String id, long chatId, long userId, String words, String offset, Instant at) {}

    private record Answered(Asked asked, InlineReply reply) {}

    /** @param userId 0 where the answer is for everyone */
    private record Key(long userId, String words, String offset) {}

    private record Kept(InlineReply reply, Instant until) {}

    /** @param start queries of an earlier run must not be mistaken for those of this one */
    InlineQueries(Instant start) {
        next = start.toEpochMilli() * 1_000_000;
    }

    Asked ask(long chatId, long userId, String words, String offset, Instant now) {
        Asked asked = new Asked(Long.toString(++next), chatId, userId, words, offset, now);
        put(waiting, asked.id(), asked);
        return asked;
    }

    /** An earlier answer to the same question that may still be given, which then answers this one too. */
    Optional<InlineReply> kept(Asked asked, Instant now) {
        Kept own = kept.get(new Key(asked.userId(), asked.words(), asked.offset()));
        Kept found = own == null ? kept.get(new Key(0, asked.words(), asked.offset())) : own;
        if (found == null || !now.isBefore(found.until())) {
            return Optional.empty();
        }
        waiting.remove(asked.id());
        put(answered, asked.id(), new Answered(asked, found.reply()));
        return Optional.of(found.reply());
    }

    /**
     * Takes the bot's answer.
     *
     * @throws ApiException 400 for an unknown, answered or old query
     */
    Asked answer(String id, InlineReply reply, Instant now) {
        Asked asked = waiting.remove(id);
        if (asked == null || now.isAfter(asked.at().plus(LIFETIME))) {
            throw ApiException.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        put(answered, id, new Answered(asked, reply));
        Key key = new Key(reply.personal() ? asked.userId() : 0, asked.words(), asked.offset());
        kept.remove(key);
        if (!reply.cacheTime().isZero()) {
            put(kept, key, new Kept(reply, now.plus(reply.cacheTime())));
        }
        return asked;
    }

    /** @throws NoSuchElementException when that person got no such result */
    InlineArticle chosen(String queryId, long userId, String resultId) {
        Answered answer = answered.get(queryId);
        if (answer == null || answer.asked().userId() != userId) {
            throw new NoSuchElementException("no answer to the inline query " + queryId);
        }
        return answer.reply().articles().stream()
                .filter(article -> article.id().equals(resultId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no inline result " + resultId));
    }

    private static <K, V> void put(Map<K, V> map, K key, V value) {
        map.put(key, value);
        if (map.size() > MOST_KEPT) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
