package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.backup.Backup;
import com.saqsommelier.core.backup.BackupSummary;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = BackupCommand.JOB,
        description = "Writes the database to one file, also while the program runs.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    static final String JOB = "backup";

    @Parameters(paramLabel = "FILE|DIR", description = "a file that is not there yet, or a directory that is")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private Path target;

    @Override
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        return Job.run(JOB, BackupSummary.NOTHING, job -> {
            try (Database database = Database.open(settings.database());
                    Run run = new Runs(database, InstantSource.system()).begin(JOB)) {
                BackupSummary summary =
                        new Backup(database, new Version().getVersion()[0], System.err::println).write(file(target));
                run.end(ExitCode.OK, true, null, summary);
                return job.end(ExitCode.OK, summary);
            }
        });
    }

    /** A file named after the time, in UTC, where the target is a directory. */
    private static Path file(Path target) {
        return Files.isDirectory(target)
                ? target.resolve("sommelier-"
                        + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss'Z'")
                                .withZone(ZoneOffset.UTC)
                                .format(Instant.now())
                        + ".zip")
                : target;
    }
}
