package com.saqsommelier.app;

import com.saqsommelier.core.database.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret that lies in the data directory, made with it where there is none. */
final class OwnSecret {

    private OwnSecret() {}

    /**
     * The secret.
     *
     * @param name of its file
     * @param setting by which the operator can give another one
     */
    static String in(Path directory, String name, String setting) {
        Path file = directory.resolve(name);
        try {
            Files.createDirectories(directory);
            return SecretFile.readOrMake(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A secret cannot be kept in " + file + ": is the directory writable for this user? Or set "
                            + setting + ".",
                    e);
        }
    }
}
