package com.saqsommelier.recommend.claude;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The newest few hundred entries of a day; the next day begins empty, for stock and prices have moved. Safe for threads. */
final class DayCache<K, V> {

    private static final int MOST = 500;
    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    private final InstantSource clock;
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    };
    private @Nullable LocalDate day;

    DayCache(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Optional<V> get(K key) {
        turn();
        return Optional.ofNullable(entries.get(key));
    }

    /** Puts a value, or what becomes of the one that is there. */
    synchronized void put(K key, V first, UnaryOperator<V> next) {
        turn();
        V there = entries.get(key);
        entries.put(key, there == null ? first : next.apply(there));
    }

    private void turn() {
        LocalDate today = clock.instant().atZone(MONTREAL).toLocalDate();
        if (!today.equals(day)) {
            entries.clear();
            day = today;
        }
    }
}
