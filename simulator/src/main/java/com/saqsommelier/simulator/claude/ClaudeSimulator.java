package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * A stand-in for the Claude API on the loopback interface: the Messages endpoint with tools, streaming, prompt caching and
 * its counters, which refuses what the API refuses, and fails as the API fails when it is told to. Any key that begins with
 * {@code sk-ant-} is good. Without a script it answers this project's own prompts by simple rules.
 *
 * <p>It knows text blocks and tools of one's own only, and counts four characters as a token. Safe for use by several
 * threads.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Messages API</a>
 */
public final class ClaudeSimulator implements AutoCloseable {

    /** A key that it takes. */
    public static final String KEY = "sk-ant-simulator";

    private final Faults faults = new Faults();
    private final MessagesEndpoint messages;
    private final LocalServer server;

    private ClaudeSimulator(int port, InstantSource clock, Duration pace) throws IOException {
        messages = new MessagesEndpoint(new PromptCache(clock), faults, pace);
        FaultControl control = new FaultControl(faults);
        server = LocalServer.start(port, exchange -> {
            if (exchange.path().equals(FaultControl.PATH)) {
                control.handle(exchange);
            } else {
                messages.handle(exchange);
            }
        });
    }

    /**
     * Starts the stand-in; streams come as fast as they can.
     *
     * @param port 1–65535, or 0 for any free port
     * @throws IOException when the port is taken
     */
    public static ClaudeSimulator start(int port) throws IOException {
        return start(port, InstantSource.system(), Duration.ZERO);
    }

    /**
     * Starts the stand-in with a clock of one's own, by which cached prompts age.
     *
     * @param pace between two pieces of a stream
     * @throws IOException when the port is taken
     */
    public static ClaudeSimulator start(int port, InstantSource clock, Duration pace) throws IOException {
        return new ClaudeSimulator(port, clock, pace);
    }

    /** The address for {@code ANTHROPIC_BASE_URL}, without a trailing slash. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** Has every call from now on answered by a script. */
    public void answerBy(Function<ClaudeRequest, ClaudeReply> script) {
        messages.answerBy(script);
    }

    /** Answers by rule again. */
    public void answerByRule() {
        messages.answerBy(ByRule::answer);
    }

    /** What the rules answer; for scripts that change only some of it. */
    public static ClaudeReply byRule(ClaudeRequest request) {
        return ByRule.answer(request);
    }

    /** The newest 10,000 calls that were in order, oldest first, those that failed by plan among them. */
    public List<ClaudeRequest> requests() {
        return messages.requests();
    }

    /** Has the next calls fail. */
    public void failNext(Fault fault, int times) {
        faults.next(fault, times);
    }

    /** Has every call fail until {@link #mend}. */
    public void fail(Fault fault) {
        faults.lasting(fault);
    }

    /** Ends all faults. */
    public void mend() {
        faults.mend();
    }

    /** Stops at once; open streams are cut. */
    @Override
    public void close() {
        server.close();
    }
}
