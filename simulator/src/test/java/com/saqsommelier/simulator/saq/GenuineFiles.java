package com.saqsommelier.simulator.saq;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The genuine files beside the project, which are not part of it: tests that want them are skipped without them. */
final class GenuineFiles {

    private static final Path FOLDER = Path.of("..", "..", "shared", "saq");

    private GenuineFiles() {}

    static Path page() {
        return present("pages/fr-1867.html");
    }

    static Path catalogue() {
        return present("catalogue/products-en-2021.csv");
    }

    private static Path present(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: " + path.toAbsolutePath().normalize() + " is not there");
        return path;
    }
}
