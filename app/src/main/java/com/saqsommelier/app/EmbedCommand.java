package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.vector.EmbedderUnavailableException;
import com.saqsommelier.recommend.vector.EmbeddingRun;
import com.saqsommelier.recommend.vector.EmbeddingRun.Summary;
import com.saqsommelier.recommend.vector.ModelMismatchException;
import com.saqsommelier.recommend.vector.VectorStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "embed",
        description = "Turns new and changed products into vectors, by which the sommelier finds what is meant.",
        mixinStandardHelpOptions = true)
final class EmbedCommand implements Callable<Integer> {

    private static final String JOB = "embed";
    private static final Summary NOTHING = new Summary(0, 0, 0, 0);

    @ArgGroup(exclusive = true)
    private Choice choice = new Choice();

    /** At most one of them. */
    private static final class Choice {

        @Option(
                names = "--reconcile",
                description = "compares every product with its vector, and removes vectors of products that are gone")
        private boolean reconcile;

        @Option(names = "--replace", description = "embeds everything anew after SOMMELIER_EMBEDDING_MODEL was changed")
        private boolean replace;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = Configuration.read();
        return Job.run(JOB, NOTHING, job -> {
            try (JobMetrics metrics = JobMetrics.begin(settings.metricsDirectory(), JOB, InstantSource.system())) {
                int exit = ExitCode.NOTHING_DONE;
                try {
                    exit = embed(settings, job, metrics.registry());
                    return exit;
                } finally {
                    metrics.ended(exit);
                }
            }
        });
    }

    private int embed(Settings settings, JobSummary job, MeterRegistry meters) throws CommandFailedException {
        try (Database database = Database.open(settings.database());
                VectorStore store = VectorStore.open(settings.vectors(), database);
                ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            Summary summary = run(new EmbeddingRun(new Products(database), store), listener(progress));
            progress.close();
            count(summary, meters);
            System.err.println("Model: " + store.embedder().model() + ". Vectors: " + store.name() + ".");
            if (Thread.interrupted()) {
                return job.end(ExitCode.INTERRUPTED, summary);
            }
            return job.end(summary.failed() > 0 ? ExitCode.SOME_FAILED : ExitCode.OK, summary);
        } catch (IllegalArgumentException e) {
            System.err.println("SOMMELIER_EMBEDDING_MODEL: " + e.getMessage());
            return job.end(ExitCode.BAD_USAGE, NOTHING);
        } catch (ModelMismatchException e) {
            System.err.println(e.getMessage());
            return job.end(ExitCode.REFUSED, NOTHING);
        } catch (UncheckedIOException | EmbedderUnavailableException e) {
            throw new CommandFailedException(
                    e.getMessage() + " What was embedded before is stored; the next run goes on from there.", e);
        }
    }

    private static void count(Summary summary, MeterRegistry meters) {
        Map.of(
                        "embedded", summary.embedded(),
                        "unchanged", summary.unchanged(),
                        "deleted", summary.deleted(),
                        "failed", summary.failed())
                .forEach((outcome, count) -> meters.counter("sommelier.embeddings", "outcome", outcome)
                        .increment(count));
    }

    private Summary run(EmbeddingRun run, EmbeddingRun.Listener listener) {
        if (choice.reconcile) {
            return run.reconcile(listener);
        }
        return choice.replace ? run.replace(listener) : run.run(listener);
    }

    private static EmbeddingRun.Listener listener(ProgressDisplay progress) {
        return new EmbeddingRun.Listener() {
            @Override
            public void products(int count) {
                progress.begin("Products", count);
            }

            @Override
            public void done(int count) {
                for (int i = 0; i < count; i++) {
                    progress.pageDone(false);
                }
            }
        };
    }
}
