package com.saqsommelier.app.eval;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.simulator.saq.CsvCatalogue;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fixed catalogue to ask questions over.
 *
 * @param name for the report
 */
public record EvalCatalogue(String name, List<Product> products) {

    private static final long SEED = 7;

    /** From the project's directory, where a machine has it. */
    private static final Path GENUINE = Path.of("../shared/saq/catalogue/products-en-2021.csv");

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
        Path file = project.resolve(GENUINE);
        return Files.exists(file)
                ? Optional.of(of("Genuine catalogue of January 2021", CsvCatalogue.read(file)))
                : Optional.empty();
    }

    private static EvalCatalogue of(String name, SaqCatalogue catalogue) {
        return new EvalCatalogue(
                name,
                IntStream.range(0, catalogue.size())
                        .mapToObj(catalogue::product)
                        .map(SimulatedProduct::stored)
                        .toList());
    }
}
