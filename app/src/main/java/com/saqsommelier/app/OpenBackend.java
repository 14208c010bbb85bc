package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.core.database.Database;

/**
 * The database and the backend on it, open.
 *
 * @param database is closed after the backend
 * @param apiKey by which the backend is asked for everything
 */
record OpenBackend(Database database, Backend backend, String apiKey) implements AutoCloseable {

    /** Opens both and says on standard error where the backend is. */
    static OpenBackend of(Settings settings) {
        Database database = Database.open(settings.database());
        try {
            String apiKey = ApiKey.of(settings);
            Backend backend = Backend.start(settings.backend(apiKey), database);
            System.err.println("Backend: " + backend.baseUrl() + "  (API page: " + backend.baseUrl() + "/docs)");
            return new OpenBackend(database, backend, apiKey);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (database) {
            backend.close();
        }
    }
}
