package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseException;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "scrape",
        description = "Reads the pages of saq.com that are new or changed into the catalogue.",
        mixinStandardHelpOptions = true)
final class ScrapeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", description = "reads at most N pages")
    private @Nullable Integer limit;

    @Option(
            names = "--keep-html",
            paramLabel = "DIR",
            description = "keeps the pages as they came, compressed, for `reparse`")
    private @Nullable Path keepHtml;

    @Option(
            names = "--english",
            description = "also reads the English names of products that are watched or available online")
    private boolean english;

    @Option(
            names = "--force-delist",
            description = "delists what the sitemaps do not list, even when it is suspiciously much")
    private boolean forceDelist;

    @Override
    public Integer call() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit was '" + limit + "'; accepted: 1 or more");
        }
        Settings settings = Configuration.read();
        CrawlSettings crawl = settings.crawl()
                .withLimit(limit == null ? OptionalInt.empty() : OptionalInt.of(limit))
                .keepingHtml(Optional.ofNullable(keepHtml))
                .withEnglish(english)
                .withForcedDelisting(forceDelist);
        JobSummary job = JobSummary.begin(Crawl.JOB);
        try (JobMetrics metrics = JobMetrics.writtenTo(settings.metricsDirectory(), Crawl.JOB);
                Database database = Database.open(settings.database());
                ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            CrawlSummary summary =
                    new Crawl(crawl, database, progress, metrics.registry(), InstantSource.system()).run();
            progress.close();
            metrics.ended(summary.exitCode());
            return job.end(summary.exitCode(), summary);
        } catch (CrawlStoppedException | RunInProgressException | DatabaseException | DataAccessException e) {
            job.end(ExitCode.NOTHING_DONE, CrawlSummary.NOTHING);
            throw e;
        }
    }
}
