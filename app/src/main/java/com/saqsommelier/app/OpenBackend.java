package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.database.Database;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The database and the backend on it, open.
 *
 * @param database is closed after the backend
 * @param apiKey by which the backend is asked for everything
 */
record OpenBackend(Database database, Backend backend, String apiKey) implements AutoCloseable {

    /** Opens both and says on standard error where the backend is. */
    static OpenBackend of(Settings settings) {
        String apiKey = ApiKey.of(settings);
        OpenBackend open = of(settings, settings.backend(apiKey), apiKey);
        endWithoutDatabase(open.database);
        System.err.println("Backend: " + open.backend.baseUrl() + "  (API page: " + open.backend.baseUrl() + "/docs)");
        return open;
    }

    /** Ends the process when its embedded PostgreSQL died for good, so that a supervisor (systemd, Compose) starts it anew. */
    private static void endWithoutDatabase(Database database) {
        var _ = database.lost().thenAccept(lost -> {
            System.err.println(lost.getMessage());
            Thread.ofPlatform().name("exit").start(() -> System.exit(ExitCode.NOTHING_DONE));
        });
    }

    /** Opens both for this command alone, beside whatever has the usual port. */
    static OpenBackend onAnyPort(Settings settings) {
        String apiKey = ApiKey.of(settings);
        return of(settings, new BackendSettings(0, Optional.of(apiKey)), apiKey);
    }

    private static OpenBackend of(Settings settings, BackendSettings served, String apiKey) {
        // Both take a second or two, most of which the database spends waiting.
        CompletableFuture<Database> opening = CompletableFuture.supplyAsync(() -> Database.open(settings.database()));
        try {
            Backend backend = Backend.start(served, opening);
            return new OpenBackend(opening.join(), backend, apiKey);
        } catch (RuntimeException e) {
            if (!opening.isCompletedExceptionally()) {
                opening.join().close();
            }
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
