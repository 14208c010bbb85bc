package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.core.database.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "backend", description = "Runs the backend alone, until Ctrl-C.", mixinStandardHelpOptions = true)
final class BackendCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Settings settings = Configuration.read();
        try (Database database = Database.open(settings.database());
                Backend backend = Backend.start(settings.backend(), database)) {
            System.err.println("Backend: " + backend.baseUrl() + "  (API page: " + backend.baseUrl() + "/docs)");
            Services.untilStopped();
            return ExitCode.OK;
        }
    }
}
