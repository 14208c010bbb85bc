package com.saqsommelier.recommend.vector;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Resources of the program as files of a directory that lasts: a sentence model and native libraries are opened by path. They
 * are not unpacked into the temporary directory, where many servers execute nothing (mount option {@code noexec}) and where a
 * killed process would leave them. Several processes may use one directory at a time.
 *
 * @param directory made when it is missing
 */
record UnpackedResources(Path directory) {

    /**
     * The file of a resource, written first when it is missing or has another length than the resource.
     *
     * @param owner whose class loader finds the resource
     * @param resource its absolute name
     * @param name relative to the directory
     * @throws IOException when there is no such resource, or the file cannot be written
     */
    Path file(Class<?> owner, String resource, String name) throws IOException {
        URL from = owner.getResource(resource);
        if (from == null) {
            throw new IOException("The program carries no " + resource + " for this system");
        }
        Path file = directory.resolve(name).toAbsolutePath();
        URLConnection connection = from.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            if (!Files.isRegularFile(file) || Files.size(file) != connection.getContentLengthLong()) {
                write(in, file);
            }
        }
        return file;
    }

    /** Whole or not at all, for another process may open the file at any moment. */
    private static void write(InputStream in, Path file) throws IOException {
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        Path part = Files.createTempFile(parent, "unpacking", ".part");
        try {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
