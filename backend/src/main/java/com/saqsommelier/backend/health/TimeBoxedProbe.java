package com.saqsommelier.backend.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A health probe that may hang: it runs on a thread of its own, and never twice at once. For one thread.
 *
 * @param <T> what it finds
 */
final class TimeBoxedProbe<T> {

    private final String name;
    private final Supplier<T> question;
    private @Nullable CompletableFuture<T> running;

    TimeBoxedProbe(String name, Supplier<T> question) {
        this.name = name;
        this.question = question;
    }

    /** The probe's finding now; empty when it fails, or does not come back in time. */
    Optional<T> ask(Duration patience) throws InterruptedException {
        if (running == null) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            Thread.ofVirtual().name(name).start(() -> {
                try {
                    answer.complete(question.get());
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            running = answer;
        }
        try {
            T found = running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            running = null;
            return Optional.ofNullable(found);
        } catch (ExecutionException e) {
            running = null;
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }
}
