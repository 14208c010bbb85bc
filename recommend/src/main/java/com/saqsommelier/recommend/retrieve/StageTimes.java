package com.saqsommelier.recommend.retrieve;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Takes the time of each stage of one answer. For one thread. */
final class StageTimes {

    private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);

    <T> T time(Stage stage, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            times.merge(stage, Duration.ofNanos(System.nanoTime() - begin), Duration::plus);
        }
    }

    Map<Stage, Duration> soFar() {
        return Map.copyOf(times);
    }
}
