package com.saqsommelier.bot;

import com.saqsommelier.api.BotState;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the backend every half a minute how the bot is, so that the backend's health says when nobody is answered. */
final class StateReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateReporter.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Contract backend;
    private final Supplier<Optional<String>> problem;
    private final Thread thread = Thread.ofVirtual().name("state-reporter").unstarted(this::work);

    /**
     * A reporter that has not started.
     *
     * @param problem says what is wrong now; empty when all is well
     */
    StateReporter(Contract backend, Supplier<Optional<String>> problem) {
        this.backend = backend;
        this.problem = problem;
    }

    void start() {
        thread.start();
    }

    private void work() {
        while (!thread.isInterrupted()) {
            try {
                report();
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void report() {
        try {
            Optional<String> now = problem.get();
            backend.health()
                    .reportBot(new BotState(
                            now.isEmpty() ? Health.Status.UP : Health.Status.DOWN,
                            now.map(StateReporter::shortened).orElse(null)));
        } catch (RuntimeException e) {
            // A backend that is away is told of where its answers are missed.
            LOG.debug("The backend was not told how the bot is", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= BotState.LONGEST_PROBLEM ? text : text.substring(0, BotState.LONGEST_PROBLEM);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
