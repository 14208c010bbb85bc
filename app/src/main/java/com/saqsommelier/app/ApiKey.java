package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import java.nio.file.Path;

/** The key of the API: the one that is set, else one that lies in the data directory, where backend and bot find it. */
final class ApiKey {

    private ApiKey() {}

    static String of(Settings settings) {
        return settings.apiKey().orElseGet(() -> in(settings.dataDirectory()));
    }

    /** The key that lies in a directory, made with it where there is none. */
    static String in(Path dataDirectory) {
        return OwnSecret.in(dataDirectory, "api-key", "SOMMELIER_API_KEY");
    }
}
