package com.saqsommelier.app;

import com.saqsommelier.app.eval.EvalCatalogue;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.claude.ClaudeCalls;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.recommend.claude.ClaudeJudge;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.eval.EvalPage;
import com.saqsommelier.recommend.eval.EvalQuestion;
import com.saqsommelier.recommend.eval.EvalQuestions;
import com.saqsommelier.recommend.eval.EvalResult;
import com.saqsommelier.recommend.eval.EvalRun;
import com.saqsommelier.recommend.eval.EvalTable;
import com.saqsommelier.recommend.eval.wish.WishFloors;
import com.saqsommelier.recommend.eval.wish.WishResult;
import com.saqsommelier.recommend.eval.wish.WishRun;
import com.saqsommelier.recommend.eval.wish.WishSection;
import com.saqsommelier.recommend.eval.wish.WishSet;
import com.saqsommelier.recommend.eval.wish.WishTable;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.recommend.retrieve.Vectors;
import com.saqsommelier.recommend.vector.ExactVectorIndex;
import com.saqsommelier.recommend.vector.OnnxEmbedder;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.search.CatalogueIndex;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "eval",
        description = {
            "Asks the sommelier wishes, conversations and delicate sayings as people type them, and checks every bottle against"
                    + " its record; then the questions that were written together with the tables, whose figures say that the"
                    + " tables are read as they were meant.",
            "With ANTHROPIC_API_KEY Claude judges each answer by a rubric, within the budget of the day; its calls are counted"
                    + " in the database, which is not touched otherwise."
        },
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {

    private static final int GENERATED = 20_000;
    private static final int QUICK = 5_000;
    private static final int QUICK_WISHES = 1_000;
    private static final int BATCH = 256;
    private static final Path SHARED_WISHES = Path.of("../shared/wishes");

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--quick",
            description = "the project's own wishes and fifteen questions over generated products, in a minute")
    private boolean quick;

    @Option(names = "--report", paramLabel = "FILE", description = "writes the results as one HTML page too")
    private @Nullable Path report;

    @Option(
            names = "--wishes",
            paramLabel = "DIR",
            description =
                    "wishes.jsonl, conversations.jsonl and delicate.jsonl; default: ../shared/wishes where it is, else"
                            + " the project's own")
    private @Nullable Path wishes;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description =
                    "products to ask the wishes over, as CSV; default: the genuine catalogue where it is beside the"
                            + " project, else generated products")
    private @Nullable Path catalogue;

    @Option(
            names = "--wishes-only",
            description = "leaves out the questions that were written together with the tables")
    private boolean wishesOnly;

    @Override
    public Integer call() throws Exception {
        if (report != null && !isInADirectory(report)) {
            throw new ParameterException(
                    spec.commandLine(), "--report was '" + report + "'; accepted: a file in a directory that is there");
        }
        Settings settings = Configuration.read();
        return Job.run("eval", Map.of(), job -> measure(settings, job));
    }

    private int measure(Settings settings, JobSummary job) throws CommandFailedException {
        OnnxEmbedder embedder = OnnxEmbedder.bundled(settings.modelFiles());
        WishResult asked = asked(embedder);
        System.err.println(WishTable.of(asked));
        List<EvalQuestion> questions = wishesOnly ? List.of() : quick ? EvalQuestions.quick() : EvalQuestions.all();
        List<EvalResult> measured = (wishesOnly ? List.<EvalCatalogue>of() : catalogues())
                .stream()
                        .map(catalogue -> measured(catalogue, questions, embedder))
                        .toList();
        List<EvalResult> results = settings.claude()
                .map(claude -> judged(measured, claude, settings))
                .orElse(measured);
        for (EvalResult result : results) {
            System.err.println(EvalTable.of(result));
            System.err.println(EvalTable.misses(result.misses()));
        }
        write(EvalPage.of(
                results, WishSection.of(asked), Instant.now(), embedder.model().toString()));
        List<String> missed = (quick ? WishFloors.QUICK : WishFloors.AIM).missed(asked);
        missed.forEach(figure -> System.err.println("Missed: " + figure + "."));
        boolean holds = missed.isEmpty() && results.stream().allMatch(EvalResult::holds);
        return job.end(
                holds ? ExitCode.OK : ExitCode.SOME_FAILED,
                Map.of(
                        "wishes_right",
                        rounded(asked.right().share()),
                        "wishes_admitted",
                        rounded(asked.admitted().share()),
                        "wishes_overlap",
                        rounded(asked.overlap()),
                        "conversations_right",
                        asked.conversationsRight().count(),
                        "delicate_right",
                        asked.delicateRight().count(),
                        "questions",
                        questions.size(),
                        "catalogues",
                        results.size(),
                        "demands_met",
                        holds,
                        "cost_usd",
                        results.stream().map(EvalResult::cost).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_UP);
    }

    private WishResult asked(OnnxEmbedder embedder) throws CommandFailedException {
        EvalCatalogue products;
        WishSet set;
        try {
            Optional<Path> file = Optional.ofNullable(catalogue)
                    .or(() -> quick ? Optional.empty() : EvalCatalogue.genuineFile(Path.of("")));
            products = file.isPresent()
                    ? EvalCatalogue.complete(file.get())
                    : EvalCatalogue.completeGenerated(quick ? QUICK_WISHES : GENERATED);
            Optional<Path> folder = Optional.ofNullable(wishes)
                    .or(() -> Optional.of(SHARED_WISHES).filter(shared -> !quick && Files.isDirectory(shared)));
            set = folder.isPresent() ? WishSet.of(folder.get()) : WishSet.bundled();
        } catch (IOException e) {
            throw new CommandFailedException("The wishes cannot be asked: " + e.getMessage(), e);
        }
        ProductShelf shelf = new ProductShelf();
        shelf.update(products.products());
        try (CatalogueIndex words = new CatalogueIndex();
                VectorIndex vectors = embedded(shelf, embedder)) {
            words.update(products.products());
            return new WishRun(
                            new Sommelier(shelf, words, Optional.of(new Vectors(embedder, vectors))),
                            products.records())
                    .run(set);
        }
    }

    private static List<EvalResult> judged(List<EvalResult> results, ClaudeSettings claude, Settings settings) {
        try (Database database = Database.open(settings.database());
                ClaudeJudge judge = new ClaudeJudge(claude, new ClaudeCalls(database), InstantSource.system());
                ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            progress.begin(
                    "Grades",
                    results.stream().mapToInt(it -> it.answers().size()).sum());
            return results.stream()
                    .map(result -> result.judgedBy(judge, () -> progress.pageDone(false)))
                    .toList();
        }
    }

    private List<EvalCatalogue> catalogues() throws CommandFailedException {
        List<EvalCatalogue> catalogues = new ArrayList<>();
        catalogues.add(EvalCatalogue.generated(quick ? QUICK : GENERATED));
        if (!quick) {
            try {
                EvalCatalogue.genuine()
                        .ifPresentOrElse(
                                catalogues::add,
                                () -> System.err.println(
                                        "The genuine catalogue is not beside the project and is left" + " out."));
            } catch (IOException e) {
                throw new CommandFailedException("The genuine catalogue cannot be read: " + e.getMessage(), e);
            }
        }
        return catalogues;
    }

    private EvalResult measured(EvalCatalogue catalogue, List<EvalQuestion> questions, OnnxEmbedder embedder) {
        ProductShelf shelf = new ProductShelf();
        shelf.update(catalogue.products());
        try (CatalogueIndex words = new CatalogueIndex();
                VectorIndex vectors = embedded(shelf, embedder)) {
            words.update(catalogue.products());
            EvalRun run = new EvalRun(shelf, new Sommelier(shelf, words, Optional.of(new Vectors(embedder, vectors))));
            // Once for the compiler, so that the times are those of a program that has run for a while.
            run.run(questions, question -> {});
            return new EvalResult(
                    catalogue.name(), catalogue.products().size(), quick, run.run(questions, question -> {}));
        }
    }

    /** What cannot be ordered is never recommended, and need not be embedded. */
    private static VectorIndex embedded(ProductShelf shelf, OnnxEmbedder embedder) {
        List<ProductText> texts = shelf.profiles().stream()
                .filter(EvalCommand::isAvailable)
                .map(ProductText::of)
                .toList();
        ExactVectorIndex index = new ExactVectorIndex(embedder.model());
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            progress.begin("Products", texts.size());
            for (int from = 0; from < texts.size(); from += BATCH) {
                List<ProductText> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
                List<float[]> made =
                        embedder.embed(batch.stream().map(ProductText::text).toList());
                index.upsert(IntStream.range(0, batch.size())
                        .mapToObj(i -> new VectorIndex.Entry(batch.get(i).sku(), "", made.get(i)))
                        .toList());
                batch.forEach(text -> progress.pageDone(false));
            }
        }
        return index;
    }

    private static boolean isAvailable(ProductProfile profile) {
        return Boolean.TRUE.equals(profile.product().facts().offer().available());
    }

    private static boolean isInADirectory(Path file) {
        @Nullable Path directory = file.toAbsolutePath().getParent();
        return directory != null && Files.isDirectory(directory);
    }

    private void write(String page) throws CommandFailedException {
        if (report == null) {
            return;
        }
        try {
            Files.writeString(report, page);
            System.err.println("The report is in " + report.toAbsolutePath() + ".");
        } catch (IOException e) {
            throw new CommandFailedException(
                    "The report cannot be written to " + report + ": " + e
                            + ". Name a file in a directory that is there.",
                    e);
        }
    }
}
