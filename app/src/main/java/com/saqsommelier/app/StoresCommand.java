package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseException;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.CrawlStoppedException;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.StoreSummary;
import java.util.concurrent.Callable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;

@Command(name = "stores", description = "Reads the directory of SAQ's stores.", mixinStandardHelpOptions = true)
final class StoresCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        Settings settings = Configuration.read();
        settings.checkContact();
        JobSummary job = JobSummary.begin(StoreDirectory.JOB);
        try (Database database = Database.open(settings.database())) {
            StoreSummary summary = new StockJob(settings, database).stores();
            return job.end(summary.exitCode(), summary);
        } catch (CrawlStoppedException e) {
            job.end(ExitCode.NOTHING_DONE, e.summary());
            throw e;
        } catch (RunInProgressException | DatabaseException | DataAccessException e) {
            job.end(ExitCode.NOTHING_DONE, StoreSummary.NOTHING);
            throw e;
        } catch (InterruptedException e) {
            job.end(ExitCode.INTERRUPTED, StoreSummary.NOTHING);
            throw e;
        }
    }
}
