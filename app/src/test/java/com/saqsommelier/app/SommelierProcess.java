package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The command in a process of its own, as a shell would start it. */
final class SommelierProcess implements AutoCloseable {

    /** Far above what a process takes alone, since tests share the machine with other builds. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final Path output;
    private final Path errors;

    private SommelierProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static SommelierProcess start(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(directory, "out", ".txt");
        Path errors = Files.createTempFile(directory, "err", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        // The coverage agent of this process, if there is one: it adds what the other process ran to the same file.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sommelier.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOMMELIER_") || name.startsWith("TELEGRAM_"));
        builder.environment()
                .put("SOMMELIER_DATA_DIR", directory.resolve("data").toString());
        // Without it `up` would begin to read the real site.
        builder.environment().put("SOMMELIER_SCHEDULE_SCRAPE", "off");
        builder.environment().put("SOMMELIER_SAQ_USER_AGENT", "SAQSommelier/0.1 (test@example.com)");
        builder.environment().putAll(environment);
        return new SommelierProcess(builder.start(), output, errors);
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("ended; its errors: %s", errors())
                .isTrue();
        return process.exitValue();
    }

    void awaitOutput(String text) {
        awaitText(text, this::output);
    }

    void awaitErrors(String text) {
        awaitText(text, this::errors);
    }

    String output() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    String lastLineOfOutput() {
        return output().lines().reduce("", (before, line) -> line);
    }

    long id() {
        return process.pid();
    }

    /** What a service manager sends. */
    void terminate() {
        process.destroy();
    }

    /** What Ctrl-C sends. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            exitCode();
        }
    }

    private void awaitText(String text, Supplier<String> source) {
        await().atMost(LIMIT).until(() -> source.get().contains(text) || !process.isAlive());
        assertThat(source.get()).as("errors: %s", errors()).contains(text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
