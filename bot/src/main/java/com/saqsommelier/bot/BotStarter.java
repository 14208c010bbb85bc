package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot that is started as soon as Telegram can be reached: while it cannot, what runs beside the bot runs without it. A
 * start that Telegram refuses is not repeated.
 */
public final class BotStarter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BotStarter.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BotSettings settings;
    private final Contract backend;
    private final StateReporter reporter;
    private final Thread thread = Thread.ofVirtual().name("bot-starter").unstarted(this::follow);

    /** Guarded by this. */
    private @Nullable Bot bot;

    /** Guarded by this. */
    private boolean closed;

    /** Why the bot has not started yet. Guarded by this. */
    private Optional<String> problem = Optional.empty();

    private BotStarter(BotSettings settings, Contract backend) {
        this.settings = settings;
        this.backend = backend;
        this.reporter = new StateReporter(backend, this::problem);
    }

    /**
     * Starts the bot, now or as soon as Telegram answers, and returns.
     *
     * @param backend called concurrently; it must know the bot by its key
     * @throws BotStartException when the bot cannot start for a reason that waiting does not mend, as a refused token
     */
    public static BotStarter start(BotSettings settings, Contract backend) {
        BotStarter starter = new BotStarter(settings, backend);
        try {
            starter.begin();
        } catch (BotStartException e) {
            if (!e.passes()) {
                throw e;
            }
            starter.failed(e);
            LOG.warn("{} Everything else runs; the bot follows as soon as Telegram can be reached.", e.getMessage());
            starter.thread.start();
        }
        starter.reporter.start();
        return starter;
    }

    private void follow() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Thread.sleep(pause);
                try {
                    begin();
                    return;
                } catch (BotStartException e) {
                    failed(e);
                    if (!e.passes()) {
                        LOG.error("{} The bot does not run until this program is started anew.", e.getMessage());
                        return;
                    }
                    LOG.debug("The bot cannot start yet", e);
                }
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void failed(BotStartException e) {
        problem = Optional.ofNullable(e.getMessage());
    }

    private synchronized Optional<String> problem() {
        return bot == null ? problem : bot.problem();
    }

    private void begin() {
        Bot started = Bot.start(settings, backend);
        synchronized (this) {
            if (!closed) {
                bot = started;
                return;
            }
        }
        started.close();
    }

    /** Stops the bot, or waiting for it. */
    @Override
    public void close() {
        Bot running;
        synchronized (this) {
            closed = true;
            running = bot;
        }
        reporter.close();
        thread.interrupt();
        if (running != null) {
            running.close();
        }
    }
}
