package com.saqsommelier.recommend.claude;

import com.saqsommelier.core.claude.ClaudeCalls;
import com.saqsommelier.recommend.conversation.Interpreter;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.ReasonWriter;
import com.saqsommelier.recommend.vector.Embedder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An interpreter and a writer of reasons that ask Claude and do without it where it does not help. */
public final class ClaudeSommelier implements AutoCloseable {

    private final Claude claude;
    private final Interpreter interpreter;
    private final ReasonWriter writer;

    /**
     * Prepares both; asks nothing yet.
     *
     * @param tables interprets where Claude does not, and beside it
     * @param shelf the products that may be named nowhere but in a recommendation
     * @param embedder finds questions that mean the same; absent for those alone that the tables read the same
     * @throws IllegalArgumentException when a version of the prompts does not exist
     */
    public ClaudeSommelier(
            ClaudeSettings settings,
            ClaudeCalls calls,
            MeterRegistry meters,
            InstantSource clock,
            Interpreter tables,
            ProductShelf shelf,
            Optional<Embedder> embedder) {
        Prompts prompts = new Prompts(settings.prompts());
        OutputGuard output = new OutputGuard(all(settings.prompts()));
        claude = new Claude(settings, calls, meters, clock);
        interpreter = new ClaudeInterpreter(
                tables,
                claude,
                prompts,
                new WineAnswers(claude, prompts, output, shelf),
                new MeaningCache(clock, embedder),
                meters);
        writer = new ClaudeReasons(claude, prompts, new ReasonGuard(output), meters, clock);
    }

    private static List<Prompt> all(List<String> versions) {
        return versions.stream()
                .flatMap(version ->
                        Stream.of(Purpose.values()).map(purpose -> new Prompts(List.of(version)).of(purpose, "")))
                .toList();
    }

    /** Understands questions. */
    public Interpreter interpreter() {
        return interpreter;
    }

    /** Tells reasons. */
    public ReasonWriter writer() {
        return writer;
    }

    /** Closes the connections. */
    @Override
    public void close() {
        claude.close();
    }
}
