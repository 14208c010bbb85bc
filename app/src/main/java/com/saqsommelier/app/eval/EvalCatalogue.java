package com.saqsommelier.app.eval;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.eval.wish.BottleRecord;
import com.saqsommelier.simulator.saq.CsvCatalogue;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fixed catalogue to ask questions over.
 *
 * @param name for the report
 * @param products as they are stored
 * @param records the same products as their pages state them
 */
public record EvalCatalogue(String name, List<Product> products, List<BottleRecord> records) {

    private static final long SEED = 7;

    /** From the project's directory, where a machine has it. */
    private static final Path GENUINE = Path.of("../shared/saq/catalogue/products-en-2021.csv");

    /** Invented products of the kinds that the genuine catalogue lacks, in its form. */
    private static final String BEYOND = "products-beyond-2021.csv";

    /** Invented products, always the same. */
    public static EvalCatalogue generated(int products) {
        return of("Generated catalogue, seed " + SEED, new GeneratedCatalogue(SEED, products));
    }

    /**
     * The genuine catalogue of January 2021; empty where it is not beside the project.
     *
     * @throws IOException when it is there and cannot be read
     */
    public static Optional<EvalCatalogue> genuine() throws IOException {
        return genuine(Path.of(""));
    }

    /** The same from another directory than the project's: a test runs in its module's. */
    static Optional<EvalCatalogue> genuine(Path project) throws IOException {
        Optional<Path> file = genuineFile(project);
        return file.isPresent()
                ? Optional.of(of("Genuine catalogue of January 2021", CsvCatalogue.read(file.get())))
                : Optional.empty();
    }

    /**
     * The products of a file with what it lacks (sparkling, port, sherry, ice wine, cider, beer, alcohol-free), all of them
     * in stock, to ask wishes over.
     *
     * @param csv in the form of the genuine catalogue
     * @throws IOException when it cannot be read
     */
    public static EvalCatalogue complete(Path csv) throws IOException {
        return inStock(csv.getFileName() + " and what it lacks", CsvCatalogue.read(csv));
    }

    /** Invented products with what they lack, all of them in stock, for a machine without the genuine catalogue. */
    public static EvalCatalogue completeGenerated(int products) {
        return inStock("Generated catalogue and what it lacks", new GeneratedCatalogue(SEED, products));
    }

    /** Where the genuine catalogue is, seen from the project's directory, on a machine that has it. */
    public static Optional<Path> genuineFile(Path project) {
        return Optional.of(project.resolve(GENUINE)).filter(Files::exists);
    }

    private static EvalCatalogue inStock(String name, SaqCatalogue catalogue) {
        List<SaqProduct> all =
                Stream.concat(products(catalogue), products(beyond())).toList();
        return new EvalCatalogue(
                name,
                all.stream().map(SimulatedProduct::inStock).toList(),
                all.stream().map(SimulatedRecord::of).toList());
    }

    private static SaqCatalogue beyond() {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(EvalCatalogue.class.getResourceAsStream(BEYOND), BEYOND),
                StandardCharsets.UTF_8)) {
            return CsvCatalogue.read(BEYOND, text);
        } catch (IOException e) {
            throw new IllegalStateException("a file that comes with the program cannot be read", e);
        }
    }

    private static EvalCatalogue of(String name, SaqCatalogue catalogue) {
        List<SaqProduct> all = products(catalogue).toList();
        return new EvalCatalogue(
                name,
                all.stream().map(SimulatedProduct::stored).toList(),
                all.stream().map(SimulatedRecord::of).toList());
    }

    private static Stream<SaqProduct> products(SaqCatalogue catalogue) {
        return IntStream.range(0, catalogue.size()).mapToObj(catalogue::product);
    }
}
