package com.saqsommelier.app;

import com.saqsommelier.api.Contract;
import com.saqsommelier.app.settings.DigestSettings;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.digest.DigestSender;
import com.saqsommelier.bot.digest.DigestSummary;
import com.saqsommelier.bot.telegram.Telegram;
import java.nio.file.Path;
import java.time.InstantSource;

/** The weekly digest, sent by hand, by a timer or by a schedule, with its metrics. */
final class DigestJob {

    static final String NAME = "digest";

    private final DigestSettings settings;
    private final BotSettings bot;
    private final Path metrics;

    DigestJob(Settings settings, BotSettings bot) {
        this.settings = settings.digest();
        this.bot = bot;
        this.metrics = settings.metricsDirectory();
    }

    DigestSummary send(Contract backend) throws InterruptedException {
        try (JobMetrics job = JobMetrics.begin(metrics, NAME, InstantSource.system());
                Telegram telegram = Telegram.connect(bot.botApi())) {
            try {
                DigestSummary summary = new DigestSender(
                                backend,
                                telegram,
                                bot.admins(),
                                settings.group().stream().toList(),
                                settings.groupLanguage(),
                                settings.quietWeekIsSaid())
                        .send();
                job.ended(exit(summary));
                return summary;
            } catch (InterruptedException e) {
                job.ended(ExitCode.INTERRUPTED);
                throw e;
            } catch (RuntimeException e) {
                job.ended(ExitCode.NOTHING_DONE);
                throw e;
            }
        }
    }

    /** Somebody who blocked the bot is no failure: it was they who ended it. */
    static int exit(DigestSummary summary) {
        if (summary.failed() + summary.doubtful() == 0) {
            return ExitCode.OK;
        }
        return summary.sent() == 0 ? ExitCode.NOTHING_DONE : ExitCode.SOME_FAILED;
    }
}
