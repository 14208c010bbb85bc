package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import java.nio.file.Path;

/** Where the settings of this process come from. */
final class Configuration {

    private static final Path FILE = Path.of("application.yml");

    private Configuration() {}

    /** Reads them anew. */
    static Settings read() {
        return Settings.read(System.getenv(), FILE);
    }
}
