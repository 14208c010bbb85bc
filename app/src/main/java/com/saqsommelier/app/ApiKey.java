package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.database.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key of the API: the one that is set, else one that lies in the data directory, where backend and bot find it. */
final class ApiKey {

    private ApiKey() {}

    static String of(Settings settings) {
        return settings.apiKey().orElseGet(() -> in(settings.dataDirectory()));
    }

    /** The key that lies in a directory, made with it where there is none. */
    static String in(Path dataDirectory) {
        Path file = dataDirectory.resolve("api-key");
        try {
            Files.createDirectories(dataDirectory);
            return SecretFile.readOrMake(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key of the API cannot be kept in " + file + ": is the directory writable for this user? Or set"
                            + " SOMMELIER_API_KEY.",
                    e);
        }
    }
}
