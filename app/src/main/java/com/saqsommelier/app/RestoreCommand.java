package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.backup.BackupSummary;
import com.saqsommelier.core.backup.Restore;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.Runs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The run is noted in the database that is in use afterwards: its row in the old one would be left behind. */
@Command(
        name = RestoreCommand.JOB,
        description = "Puts a backup in the place of the database, once it has been loaded beside it and checked.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    static final String JOB = "restore";

    @Option(names = "--verify", description = "load and check it only; nothing is replaced")
    private boolean verify;

    @Parameters(paramLabel = "FILE", description = "a file that `backup` wrote")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private Path file;

    @Override
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        String name = verify ? JOB + "-verify" : JOB;
        return Job.run(name, BackupSummary.NOTHING, job -> {
            try (Database database = Database.open(settings.database())) {
                Restore restore = new Restore(database, System.err::println);
                BackupSummary summary = verify ? restore.verify(file) : restore.restore(file);
                try (Run run = new Runs(database, InstantSource.system()).begin(name)) {
                    run.end(ExitCode.OK, true, null, summary);
                }
                if (!verify) {
                    System.err.println(
                            "Restart every `up`, `backend` and `bot` of this database: what they hold in memory is"
                                    + " of the old one.");
                }
                return job.end(ExitCode.OK, summary);
            }
        });
    }
}
