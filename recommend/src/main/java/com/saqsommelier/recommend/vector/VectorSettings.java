package com.saqsommelier.recommend.vector;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where vectors are and what makes them.
 *
 * @param model a directory with another sentence model; empty for the one that comes with the program
 * @param chroma a ChromaDB server; empty to keep vectors in the database and compare them in this process
 * @param files where the bundled model and the native libraries are unpacked; made when it is missing
 */
public record VectorSettings(Optional<Path> model, Optional<ChromaSettings> chroma, Path files) {

    /** The model that comes with the program, vectors in the database. */
    public static VectorSettings bundled(Path files) {
        return new VectorSettings(Optional.empty(), Optional.empty(), files);
    }
}
