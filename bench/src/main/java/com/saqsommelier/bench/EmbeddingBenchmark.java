package com.saqsommelier.bench;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.eval.EvalQuestion;
import com.saqsommelier.recommend.eval.EvalQuestions;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.recommend.retrieve.Stage;
import com.saqsommelier.recommend.retrieve.Vectors;
import com.saqsommelier.recommend.vector.EmbeddingRun;
import com.saqsommelier.recommend.vector.VectorSettings;
import com.saqsommelier.recommend.vector.VectorStore;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Embeds a generated catalogue, then asks the questions of the eval, one after the other. Argument: products. As a plain
 * thing to compare with, a product of two vectors is summed up by hand as often as a search does it.
 */
final class EmbeddingBenchmark {

    private static final int WARM_UP = 1;
    private static final int ROUNDS = 3;

    private EmbeddingBenchmark() {}

    public static void main(String[] args) throws Exception {
        int size = Integer.parseInt(args[0]);
        try (BenchEnvironment workplace = new BenchEnvironment();
                VectorStore store =
                        VectorStore.open(VectorSettings.bundled(Path.of("target", "models")), workplace.database())) {
            BenchEnvironment.fill(workplace.database(), new GeneratedCatalogue(Questions.SEED, size));
            Products products = new Products(workplace.database());
            System.out.println("memory before: " + memory());
            long begin = System.nanoTime();
            System.out.println(new EmbeddingRun(products, store).run(new Silent()));
            System.out.printf(Locale.ROOT, "embedded in %.1f s%n", (System.nanoTime() - begin) / 1e9);
            System.out.println("memory after: " + memory());
            begin = System.nanoTime();
            System.out.println(new EmbeddingRun(products, store).reconcile(new Silent()));
            System.out.printf(Locale.ROOT, "reconciled in %.1f s%n", (System.nanoTime() - begin) / 1e9);
            searches(store, size);
            answers(products, store);
            System.out.println("memory at the end: " + memory());
        }
    }

    private static void searches(VectorStore store, int size) {
        List<float[]> questions = EvalQuestions.all().stream()
                .map(question ->
                        store.embedder().embed(List.of(question.question())).getFirst())
                .toList();
        long begin = System.nanoTime();
        store.index().nearest(questions.getFirst(), 10, Optional.empty());
        System.out.printf(
                Locale.ROOT, "first search, which reads the vectors: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        List<Duration> times = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (float[] question : questions) {
                begin = System.nanoTime();
                store.index().nearest(question, 10, Optional.empty());
                if (round >= 0) {
                    times.add(Duration.ofNanos(System.nanoTime() - begin));
                }
            }
        }
        print("exact search over " + size, times);
        print("as many products of two vectors, summed up by hand", byHand(questions, size));
    }

    static List<Duration> byHand(List<float[]> questions, int size) {
        float[][] vectors = new float[size][];
        for (int i = 0; i < size; i++) {
            vectors[i] = questions.get(i % questions.size()).clone();
        }
        List<Duration> times = new ArrayList<>();
        float sum = 0;
        for (float[] question : questions) {
            long begin = System.nanoTime();
            for (float[] vector : vectors) {
                for (int i = 0; i < vector.length; i++) {
                    sum += vector[i] * question[i];
                }
            }
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        System.out.println("(" + sum + ")");
        return times;
    }

    private static void answers(Products products, VectorStore store) {
        ProductShelf shelf = new ProductShelf();
        try (CatalogueIndex words = new CatalogueIndex()) {
            long revision = 0;
            List<Product> changed;
            do {
                changed = products.changedAfter(revision, 1_000);
                shelf.update(changed);
                words.update(changed);
                revision = changed.isEmpty() ? revision : changed.getLast().revision();
            } while (!changed.isEmpty());
            Sommelier sommelier =
                    new Sommelier(shelf, words, Optional.of(new Vectors(store.embedder(), store.index())));
            List<Duration> times = new ArrayList<>();
            List<Map<Stage, Duration>> stages = new ArrayList<>();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (EvalQuestion question : EvalQuestions.all()) {
                    long begin = System.nanoTime();
                    Recommendation answer = sommelier.recommend(Request.of(question.question(), question.language()));
                    if (round >= 0) {
                        times.add(Duration.ofNanos(System.nanoTime() - begin));
                        stages.add(answer.stages());
                    }
                }
            }
            for (Stage stage : Stage.values()) {
                print(
                        "  " + stage.name().toLowerCase(Locale.ROOT),
                        stages.stream()
                                .flatMap(it -> Stream.ofNullable(it.get(stage)))
                                .toList());
            }
            print("answer", times);
        }
    }

    static void print(String name, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-52s median %7.2f ms, 95 %% %7.2f ms, most %7.2f ms%n",
                name,
                sorted.get(sorted.size() / 2).toNanos() / 1e6,
                sorted.get(sorted.size() * 95 / 100).toNanos() / 1e6,
                sorted.getLast().toNanos() / 1e6);
    }

    /** What Linux counts as resident, now and at most, of this process; PostgreSQL is another one. */
    private static String memory() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return String.join(
                    ", ",
                    lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                            .map(line -> line.replaceAll("\\s+", " "))
                            .toList());
        }
    }

    private static final class Silent implements EmbeddingRun.Listener {

        @Override
        public void products(int count) {
            System.out.println(count + " products to look at");
        }

        @Override
        public void done(int count) {
            // A line a batch would be too many.
        }
    }
}
