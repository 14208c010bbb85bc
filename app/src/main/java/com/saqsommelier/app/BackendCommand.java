package com.saqsommelier.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "backend", description = "Runs the backend alone, until Ctrl-C.", mixinStandardHelpOptions = true)
final class BackendCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (OpenBackend running = OpenBackend.of(Configuration.read())) {
            Services.untilStopped();
            return ExitCode.OK;
        }
    }
}
