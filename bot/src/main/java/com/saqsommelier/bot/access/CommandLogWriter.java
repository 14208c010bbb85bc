package com.saqsommelier.bot.access;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.EndedVisits;
import com.saqsommelier.api.EndedVisits.Ended;
import com.saqsommelier.api.VisitsApi;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the outcomes of commands to the backend's command log, in the background and in batches, so that no answer waits
 * for it. The command itself is logged before it is handled, so a killed process loses outcomes of the last half second but
 * no commands.
 *
 * <p>While the backend is away up to 10,000 outcomes are queued; the oldest are dropped first.
 */
public final class CommandLogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLogWriter.class);
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 500;
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final VisitsApi visits;
    private final String bot;
    private final String process;
    private final Deque<Ended> waiting = new ArrayDeque<>();
    private final Thread thread;

    private CommandLogWriter(VisitsApi visits, String bot, String process) {
        this.visits = visits;
        this.bot = bot;
        this.process = process;
        thread = Thread.ofVirtual().name("audit").unstarted(this::report);
    }

    /**
     * Starts to report.
     *
     * @param bot as the backend names it
     * @param process as the backend knows it from the arrivals
     */
    static CommandLogWriter start(VisitsApi visits, String bot, String process) {
        CommandLogWriter audit = new CommandLogWriter(visits, bot, process);
        audit.thread.start();
        return audit;
    }

    /** Takes note; returns at once. */
    synchronized void add(Ended ended) {
        waiting.add(ended);
        if (waiting.size() > MOST_WAITING) {
            waiting.remove();
        }
    }

    /** Forgets what is not reported yet of a person. */
    synchronized void forget(String userId) {
        waiting.removeIf(ended -> ended.userId().equals(userId));
    }

    private void report() {
        try {
            while (true) {
                Thread.sleep(flush() ? EVERY : AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where the backend did not take it. */
    private boolean flush() {
        List<Ended> batch = batch();
        while (!batch.isEmpty()) {
            try {
                visits.ended(new EndedVisits(bot, process, batch));
            } catch (ApiException e) {
                return keep(batch, e);
            }
            batch = batch();
        }
        return true;
    }

    /** What the backend refuses it would refuse again; for everything else it is asked again. */
    private boolean keep(List<Ended> batch, ApiException e) {
        boolean refused = e.problem()
                .map(problem -> problem.status() / 100 == 4 && problem.status() != 429)
                .orElse(false);
        if (refused) {
            LOG.error("The backend refused the outcomes of {} commands; they are lost", batch.size(), e);
            return true;
        }
        LOG.debug("The backend takes no outcomes now", e);
        synchronized (this) {
            batch.reversed().forEach(waiting::addFirst);
        }
        return false;
    }

    private synchronized List<Ended> batch() {
        List<Ended> batch = new ArrayList<>();
        while (batch.size() < AT_ONCE && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    /** Reports what is there, once, and ends. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!flush()) {
            LOG.warn("The backend did not answer at the end; the outcomes of the last commands are lost");
        }
    }
}
