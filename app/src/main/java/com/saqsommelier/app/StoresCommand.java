package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.scraper.StoreDirectory;
import com.saqsommelier.scraper.StoreSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "stores", description = "Reads the directory of SAQ's stores.", mixinStandardHelpOptions = true)
final class StoresCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        settings.checkContact();
        return Job.run(StoreDirectory.JOB, StoreSummary.NOTHING, job -> {
            try (Database database = Database.open(settings.database())) {
                StoreSummary summary = new StockJob(settings, database).stores();
                return job.end(summary.exitCode(), summary);
            }
        });
    }
}
