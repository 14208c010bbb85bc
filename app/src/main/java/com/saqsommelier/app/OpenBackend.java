package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.core.database.Database;

/**
 * The database and the backend on it, open.
 *
 * @param database is closed after the backend
 */
record OpenBackend(Database database, Backend backend) implements AutoCloseable {

    /** Opens both and says on standard error where the backend is. */
    static OpenBackend of(Settings settings) {
        Database database = Database.open(settings.database());
        try {
            Backend backend = Backend.start(settings.backend(), database);
            System.err.println("Backend: " + backend.baseUrl() + "  (API page: " + backend.baseUrl() + "/docs)");
            return new OpenBackend(database, backend);
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
