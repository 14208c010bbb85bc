package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.RunRecord;
import com.saqsommelier.core.run.Runs;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scrape",
        description = "Reads the pages of saq.com that are new or changed into the catalogue.",
        mixinStandardHelpOptions = true)
final class ScrapeCommand implements Callable<Integer> {

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "reads at most N pages")
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
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        settings.checkContact();
        CrawlSettings crawl = settings.crawl()
                .withLimit(limit == null ? OptionalInt.empty() : OptionalInt.of(limit))
                .keepingHtml(Optional.ofNullable(keepHtml))
                .withEnglish(english)
                .withForcedDelisting(forceDelist);
        return Job.run(Crawl.JOB, CrawlSummary.NOTHING, job -> {
            try (Database database = Database.open(settings.database())) {
                return crawl(new CrawlJob(crawl, settings.metricsDirectory(), database), database, job);
            }
        });
    }

    private static int crawl(CrawlJob crawl, Database database, JobSummary job)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            CrawlSummary summary = crawl.run(progress);
            progress.close();
            return job.end(summary.exitCode(), summary);
        } catch (InterruptedException e) {
            // The run has written down how far it came.
            Object counters = new Runs(database, InstantSource.system())
                    .last(Crawl.JOB)
                    .<Object>map(RunRecord::counters)
                    .orElse(CrawlSummary.NOTHING);
            job.end(ExitCode.INTERRUPTED, counters);
            throw e;
        }
    }
}
