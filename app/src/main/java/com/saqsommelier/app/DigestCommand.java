package com.saqsommelier.app;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.DigestView;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.digest.DigestSummary;
import com.saqsommelier.bot.digest.WeeklyDigest;
import com.saqsommelier.vocabulary.Language;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the backend that runs here, or one of its own where none does. */
@Command(
        name = DigestJob.NAME,
        description = "Sends the digest of the week to the group and to those who want it, to each once.",
        mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "print it in both languages instead; nothing is sent or noted")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        Optional<BotSettings> bot = settings.bot();
        if (!dryRun && bot.isEmpty()) {
            System.err.println(
                    "TELEGRAM_BOT_TOKEN is not set; accepted: a token from @BotFather. --dry-run needs none.");
            return ExitCode.BAD_USAGE;
        }
        return Job.run(DigestJob.NAME, Map.of("sent", 0, "failed", 0), job -> {
            URI running = settings.backendUrl();
            ApiClient client = new ApiClient(running, Optional.of(ApiKey.of(settings)));
            if (answers(client)) {
                return run(settings, bot, client, job);
            }
            if (settings.backendIsElsewhere()) {
                throw new CommandFailedException(
                        "The backend at " + running + " (SOMMELIER_BACKEND_URL) does not answer. Is it running there?",
                        null);
            }
            try (OpenBackend own = OpenBackend.onAnyPort(settings)) {
                return run(settings, bot, new ApiClient(own.backend().baseUrl(), Optional.of(own.apiKey())), job);
            }
        });
    }

    private int run(Settings settings, Optional<BotSettings> bot, ApiClient client, JobSummary job)
            throws CommandFailedException, InterruptedException {
        try {
            if (dryRun || bot.isEmpty()) {
                return job.end(ExitCode.OK, print(WeeklyDigest.present(client)));
            }
            DigestSummary summary = new DigestJob(settings, bot.get()).send(client);
            return job.end(DigestJob.exit(summary), summary);
        } catch (ApiException e) {
            throw new CommandFailedException("The digest could not be sent: " + e.getMessage(), e);
        }
    }

    private static DigestSummary print(DigestView digest) {
        for (Language language : List.of(Language.FRENCH, Language.ENGLISH)) {
            for (String message : WeeklyDigest.preview(digest, language)) {
                System.out.println(message);
                System.out.println();
            }
        }
        return new DigestSummary(
                digest.week(),
                digest.fresh().total(),
                digest.back().total(),
                digest.leaving().total(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private static boolean answers(ApiClient client) {
        try {
            client.health().health();
            return true;
        } catch (ApiException e) {
            return e.problem().isPresent();
        }
    }
}
