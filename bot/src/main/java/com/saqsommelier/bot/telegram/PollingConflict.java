package com.saqsommelier.bot.telegram;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when Telegram ends a question for updates because somebody else asks with the same token, or has set a
 * webhook (Bot API, getUpdates: 409).
 *
 * <p>Each new question ends the other's, so two that ask again at once would do nothing else; each waits a little. For one
 * thread.
 */
final class PollingConflict {

    /** The status of such an answer. */
    static final int STATUS = 409;

    private static final Logger LOG = LoggerFactory.getLogger(PollingConflict.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration SAID_FOR = Duration.ofMinutes(1);

    private boolean said;
    private long saidAt;

    /** Says what is wrong, once a minute, and waits a little; less where the thread is interrupted. */
    void met(String answer) {
        long now = System.nanoTime();
        if (!said || now - saidAt > SAID_FOR.toNanos()) {
            said = true;
            saidAt = now;
            LOG.error(
                    answer.contains("webhook")
                            ? "Another process of this bot has set a webhook, so no updates can be fetched (409). Give"
                                    + " both the same SOMMELIER_TELEGRAM_WEBHOOK_URL, or stop that process and start"
                                    + " this one again, which removes the webhook."
                            : "Another process fetches the updates of this bot, too (409): Telegram lets one do so, and"
                                    + " people wait for their answers while two take turns. Usually the bot runs a"
                                    + " second time with the same token, on another machine or left over from a"
                                    + " restart. Stop one of them, or set SOMMELIER_TELEGRAM_WEBHOOK_URL: behind a"
                                    + " webhook several processes may share the work.");
        }
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
