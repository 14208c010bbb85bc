package com.saqsommelier.app;

import com.saqsommelier.simulator.claude.ClaudeSimulator;
import com.saqsommelier.simulator.saq.CsvCatalogue;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = "Runs a stand-in on this machine, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Runnable {

    /** Between two pieces of a streamed answer: some 400 characters a second, as the genuine one has. */
    private static final Duration PACE = Duration.ofMillis(30);

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before run().
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to simulate: saq, telegram or claude.");
    }

    @Command(
            name = "saq",
            description = "Serves a catalogue as saq.com does: generated, or the rows of a CSV file.",
            mixinStandardHelpOptions = true)
    int saq(
            @Option(
                            names = "--port",
                            paramLabel = "P",
                            defaultValue = "8091",
                            description = "port to listen on (${DEFAULT-VALUE})")
                    int port,
            @Option(
                            names = "--products",
                            paramLabel = "N",
                            defaultValue = "1000",
                            converter = PositiveNumber.class,
                            description = "how many products to generate (${DEFAULT-VALUE})")
                    int products,
            @Option(
                            names = "--seed",
                            paramLabel = "S",
                            defaultValue = "1",
                            description = "same seed, same products (${DEFAULT-VALUE})")
                    long seed,
            @Option(
                            names = "--catalogue",
                            paramLabel = "FILE",
                            description = "serves the rows of this CSV file instead")
                    @Nullable
                    Path file,
            @Option(names = "--genuine-size", description = "makes each page as heavy as a genuine one, about 400 KB")
                    boolean genuineSize)
            throws CommandFailedException {
        SaqCatalogue catalogue = file == null ? new GeneratedCatalogue(seed, products) : read(file);
        LivingCatalogue world = new LivingCatalogue(catalogue, seed, Instant.now());
        try (SaqSimulator saq = SaqSimulator.start(port, world, new SaqSimulator.Options(genuineSize, false))) {
            System.out.println("saq.com stand-in with " + catalogue.size() + " products: " + saq.baseUrl());
            System.out.println(
                    "Crawl it:  SOMMELIER_SAQ_BASE_URL=" + saq.baseUrl() + " SOMMELIER_SAQ_DELAY=0 ./sommelier scrape");
            System.out.println("Let days pass, bottles come back, the site fail:  " + saq.baseUrl() + "/_simulator/");
            System.out.println("Live Search is at " + saq.baseUrl() + "/graphql, x-api-key: "
                    + LiveSearchAccess.DEFAULT.apiKey() + ", Magento-Environment-Id: "
                    + LiveSearchAccess.DEFAULT.environmentId());
            Services.untilStopped();
            return ExitCode.OK;
        } catch (IOException e) {
            throw portProblem(port, e);
        }
    }

    @Command(
            name = "telegram",
            description = "Serves the Bot API to a bot and a chat page to a browser.",
            mixinStandardHelpOptions = true)
    int telegram(
            @Option(
                            names = "--port",
                            paramLabel = "P",
                            defaultValue = "8090",
                            description = "port to listen on (${DEFAULT-VALUE})")
                    int port)
            throws CommandFailedException {
        try (TelegramSimulator telegram = TelegramSimulator.start(port)) {
            System.out.println("Telegram stand-in; the chat is at " + telegram.baseUrl());
            System.out.println("Run a bot on it:  TELEGRAM_BOT_TOKEN=1:any SOMMELIER_TELEGRAM_API_URL="
                    + telegram.baseUrl() + " ./sommelier up");
            Services.untilStopped();
            return ExitCode.OK;
        } catch (IOException e) {
            throw portProblem(port, e);
        }
    }

    @Command(
            name = "claude",
            description = "Serves the Claude API's messages to a sommelier, by simple rules.",
            mixinStandardHelpOptions = true)
    int claude(
            @Option(
                            names = "--port",
                            paramLabel = "P",
                            defaultValue = "8094",
                            description = "port to listen on (${DEFAULT-VALUE})")
                    int port)
            throws CommandFailedException {
        try (ClaudeSimulator claude = ClaudeSimulator.start(port, InstantSource.system(), PACE)) {
            System.out.println("Claude stand-in: " + claude.baseUrl() + "/v1/messages");
            System.out.println("Ask it:  ANTHROPIC_API_KEY=" + ClaudeSimulator.KEY + " ANTHROPIC_BASE_URL="
                    + claude.baseUrl() + " ./sommelier up");
            System.out.println("Let it fail:  curl -d fault=overloaded " + claude.baseUrl()
                    + "/_simulator/faults  (and curl -X DELETE to mend it)");
            Services.untilStopped();
            return ExitCode.OK;
        } catch (IOException e) {
            throw portProblem(port, e);
        }
    }

    /** What a server that did not start on a port means to the one who typed the port. */
    static CommandFailedException portProblem(int port, IOException e) {
        return new CommandFailedException(
                e instanceof BindException
                        ? "Port " + port + " is taken. Stop the program that uses it, or choose another with --port."
                        : "No server could be started on port " + port + ": " + e,
                e);
    }

    private static SaqCatalogue read(Path file) throws CommandFailedException {
        try {
            return CsvCatalogue.read(file);
        } catch (IOException e) {
            throw new CommandFailedException("The catalogue " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
