package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories with all that is in them. */
final class Trees {

    private Trees() {}

    /** Deletes a file or a directory with all below it; symbolic links are deleted and not followed. */
    static void delete(Path tree) throws IOException {
        try (Stream<Path> below = Files.walk(tree)) {
            for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
