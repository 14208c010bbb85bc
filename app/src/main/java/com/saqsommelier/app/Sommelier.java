package com.saqsommelier.app;

import com.saqsommelier.app.settings.InvalidSettingsException;
import com.saqsommelier.backend.BackendStartException;
import com.saqsommelier.bot.BotStartException;
import com.saqsommelier.core.backup.BackupException;
import com.saqsommelier.core.database.DatabaseException;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.CrawlStoppedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code sommelier} command. Exit codes are those of {@link ExitCode}. */
@Command(
        name = "sommelier",
        description = "A private companion to the SAQ catalogue.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitCode.BAD_USAGE,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ScrapeCommand.class,
            ReparseCommand.class,
            StoresCommand.class,
            AvailabilityCommand.class,
            EmbedCommand.class,
            EvalCommand.class,
            DigestCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BackendCommand.class,
            BotCommand.class,
            SimulateCommand.class,
            RehearseCommand.class
        },
        footer = {
            "",
            "  test       builds everything and runs all tests (./sommelier test)",
            "",
            "Settings come from the environment or from ./application.yml; docs/settings.md lists them."
        })
public final class Sommelier implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Sommelier.class);
    private static final int SECONDS_TO_CLOSE = 30;

    /** Whether Ctrl-C or SIGTERM has asked this process to end; what fails after that is no fault. */
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before run().
    private CommandSpec spec;

    private Sommelier() {}

    /**
     * Runs one command and exits with its code.
     *
     * <p>Ctrl-C and SIGTERM interrupt the command, which closes what it opened; the process ends when it has.
     */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        ProcessTimeZone.check(System.getenv()).ifPresent(System.err::println);
        Thread command = Thread.currentThread();
        AtomicBoolean finished = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (!finished.get()) {
                STOPPING.set(true);
                command.interrupt();
                awaitClosed(closed);
            }
        }));
        int exit = run(args);
        finished.set(true);
        closed.countDown();
        System.exit(exit);
    }

    /** Whether Ctrl-C or SIGTERM has asked this process to end. */
    static boolean isStopping() {
        return STOPPING.get();
    }

    /** Runs one command and returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new Sommelier())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> explain(e))
                .setParameterExceptionHandler(Sommelier::explainUsage)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command to run.");
    }

    private static int explain(Exception e) {
        if (STOPPING.get()) {
            LOG.debug("Stopped in the middle of something", e);
            return ExitCode.INTERRUPTED;
        }
        switch (e) {
            case InterruptedException interrupted -> {
                return ExitCode.INTERRUPTED;
            }
            case InvalidSettingsException invalid -> {
                System.err.println(invalid.getMessage());
                return ExitCode.BAD_USAGE;
            }
            case CrawlStoppedException stopped -> System.err.println(stopped.getMessage());
            case BackupException refused -> System.err.println(refused.getMessage());
            case RunInProgressException running -> System.err.println(running.getMessage());
            case DatabaseException unusable -> {
                LOG.debug("The cause", unusable);
                System.err.println(unusable.getMessage());
            }
            case DataAccessException failed ->
                System.err.println("The database failed: "
                        + NestedExceptionUtils.getMostSpecificCause(failed).getMessage()
                        + ". The usual causes are a full disk, a server that was stopped, or a lost connection; what was"
                        + " stored before is kept.");
            case BackendStartException taken -> System.err.println(taken.getMessage());
            case BotStartException refused -> System.err.println(refused.getMessage());
            case CommandFailedException failed -> System.err.println(failed.getMessage());
            default -> LOG.error("This should not have happened; please report it with the lines below.", e);
        }
        return ExitCode.NOTHING_DONE;
    }

    private static int explainUsage(ParameterException e, String[] args) {
        System.err.println(e.getMessage());
        e.getCommandLine().usage(System.err);
        return ExitCode.BAD_USAGE;
    }

    private static void awaitClosed(CountDownLatch closed) {
        try {
            if (!closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                System.err.println("Some parts did not close within " + SECONDS_TO_CLOSE + " s; leaving all the same.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
