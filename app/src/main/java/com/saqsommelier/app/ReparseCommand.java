package com.saqsommelier.app;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.scraper.Reparse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reparse",
        description = "Reads pages that `scrape --keep-html` kept again, without asking the site.",
        mixinStandardHelpOptions = true)
final class ReparseCommand implements Callable<Integer> {

    private static final Reparse.Summary NOTHING = new Reparse.Summary(0, 0, 0, 0, 0, 0);

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the directory of the kept pages")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private Path directory;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(
                    spec.commandLine(), "DIR was '" + directory + "'; accepted: a directory of kept pages");
        }
        return Job.run("reparse", NOTHING, job -> {
            try (Database database = Database.open(Configuration.read().database());
                    ProgressDisplay progress = ProgressDisplay.onStandardError()) {
                Reparse.Summary summary = new Reparse(directory, database, progress).run();
                progress.close();
                if (summary.pages() == 0) {
                    System.err.println("There is no kept page in " + directory + " (files *.warc.gz).");
                }
                return job.end(summary.exitCode(), summary);
            } catch (IOException e) {
                throw new CommandFailedException("The pages in " + directory + " cannot be read: " + e, e);
            }
        });
    }
}
