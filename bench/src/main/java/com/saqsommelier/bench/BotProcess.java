package com.saqsommelier.bench;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A bot in a process of its own, which can be killed. */
final class BotProcess {

    static final String TOKEN = "1:bench";
    static final String KEY = "of the bench";

    private final URI telegram;
    private final URI backend;
    private Process process;

    BotProcess(URI telegram, URI backend) throws IOException {
        this.telegram = telegram;
        this.backend = backend;
        this.process = start();
    }

    /** Ends it as the kernel does when memory runs out, and starts the next. */
    void killAndStartAgain() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BotProcess.class.getName(),
                        telegram.toString(),
                        backend.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs the bot until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        Bot bot = Bot.start(
                new BotSettings(TOKEN, URI.create(arguments[0]), Set.of()),
                new ApiClient(URI.create(arguments[1]), Optional.of(KEY)));
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        Thread.sleep(Long.MAX_VALUE);
    }
}
