package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseException;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.scraper.Crawl;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.CrawlSummary;
import java.time.InstantSource;
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

    @Override
    public Integer call() throws CrawlStoppedException, InterruptedException {
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit was '" + limit + "'; accepted: 1 or more");
        }
        Settings settings = Configuration.read();
        OptionalInt most = limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
        JobSummary job = JobSummary.begin("scrape");
        try (Database database = Database.open(settings.database());
                ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            CrawlSummary summary =
                    new Crawl(settings.crawl(most), new Products(database), progress, InstantSource.system()).run();
            progress.close();
            return job.end(summary.exitCode(), summary);
        } catch (CrawlStoppedException | DatabaseException | DataAccessException e) {
            job.end(ExitCode.NOTHING_DONE, CrawlSummary.NOTHING);
            throw e;
        }
    }
}
