package com.saqsommelier.recommend.claude;

import com.saqsommelier.core.claude.CallBegun;
import com.saqsommelier.core.claude.CallEnded;
import com.saqsommelier.core.claude.ClaudeCalls;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Calls of Claude that are counted, kept within the day's budget, and not made while they are likely to fail. Safe for use
 * by several threads.
 */
final class Claude implements AutoCloseable {

    /** The counter of dollars. */
    static final String COST = "sommelier.claude.cost.dollars";

    private static final Logger LOG = LoggerFactory.getLogger(Claude.class);

    /** How long nobody asks after what only an operator can mend. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(5);

    private final MessagesApi api;
    private final ClaudeModel model;
    private final Optional<BigDecimal> budget;
    private final ClaudeCalls calls;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final RareLog log;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "claude",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(4)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(30))
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    Claude(ClaudeSettings settings, ClaudeCalls calls, MeterRegistry meters, InstantSource clock) {
        this.model = ClaudeModel.named(settings.model());
        if (!ClaudeModel.isKnown(settings.model())) {
            LOG.warn(
                    "What {} costs is not known; it is counted at the price of the dearest model. Is SOMMELIER_CLAUDE_MODEL"
                            + " right?",
                    settings.model());
        }
        this.api = new MessagesApi(settings, model);
        this.budget = settings.dailyBudget();
        this.calls = calls;
        this.meters = meters;
        this.clock = clock;
        this.log = new RareLog(clock);
    }

    /** The model that is asked. */
    String model() {
        return model.name();
    }

    /**
     * Asks.
     *
     * @param onText is given each piece of text as it comes
     * @throws ClaudeFailureException when there is no answer; it is logged and counted already
     */
    Reply ask(ClaudeRequest ask, Consumer<String> onText) throws ClaudeFailureException {
        Answering answer = Answering.current();
        if (answer.isSetBack()) {
            throw ClaudeFailureException.of(
                    ClaudeFailure.BREAKER_OPEN, "an earlier call for the same answer failed", null);
        }
        try {
            Reply reply = permitted(ask, answer, onText);
            count(ask, "ok");
            return reply;
        } catch (ClaudeFailureException e) {
            answer.setBack();
            count(ask, e.setback().word());
            log.tell(e);
            throw e;
        }
    }

    private Reply permitted(ClaudeRequest ask, Answering answer, Consumer<String> onText)
            throws ClaudeFailureException {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw ClaudeFailureException.of(ClaudeFailure.BREAKER_OPEN, "", e);
        }
        OptionalLong id;
        try {
            id = begin(ask, answer);
        } catch (ClaudeFailureException e) {
            breaker.releasePermission();
            throw e;
        }
        if (id.isEmpty()) {
            breaker.releasePermission();
            throw ClaudeFailureException.of(
                    ClaudeFailure.BUDGET_SPENT,
                    budget.map(BigDecimal::toPlainString).orElse(""),
                    null);
        }
        answer.restsOn(model.name(), ask.prompt().version());
        return timed(ask, id.getAsLong(), onText);
    }

    private OptionalLong begin(ClaudeRequest ask, Answering answer) throws ClaudeFailureException {
        try {
            return calls.begin(
                    new CallBegun(
                            answer.id(),
                            ask.prompt().purpose().word(),
                            model.name(),
                            ask.prompt().version(),
                            ask.most(model),
                            clock.instant()),
                    budget);
        } catch (DataAccessException e) {
            throw ClaudeFailureException.of(ClaudeFailure.DATABASE_DOWN, "", e);
        }
    }

    private Reply timed(ClaudeRequest ask, long id, Consumer<String> onText) throws ClaudeFailureException {
        long begin = System.nanoTime();
        try {
            Reply reply = api.ask(ask, onText);
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            end(id, "ok", reply.usage(), model.cost(reply.usage()), begin, ask);
            return reply;
        } catch (ClaudeFailureException e) {
            afterwards(e, System.nanoTime() - begin);
            Usage usage = e.usage().orElse(Usage.NONE);
            end(id, e.setback().word(), usage, cost(e, ask), begin, ask);
            throw e;
        } catch (RuntimeException | Error e) {
            // A fault of this program says nothing about the service, and must not hold its circuit or the budget for
            // ever.
            breaker.releasePermission();
            end(id, "fault", Usage.NONE, ask.most(model), begin, ask);
            throw e;
        }
    }

    /** What is not known may have cost all that was held; what was refused cost nothing. */
    private BigDecimal cost(ClaudeFailureException e, ClaudeRequest ask) {
        return switch (e.setback()) {
            case TIMEOUT, UNREACHABLE, BAD_ANSWER -> e.usage().map(model::cost).orElseGet(() -> ask.most(model));
            default -> e.usage().map(model::cost).orElse(BigDecimal.ZERO);
        };
    }

    private void afterwards(ClaudeFailureException e, long nanoseconds) {
        if (e.setback().ofService()) {
            breaker.onError(nanoseconds, TimeUnit.NANOSECONDS, e);
        } else {
            breaker.onSuccess(nanoseconds, TimeUnit.NANOSECONDS);
        }
        switch (e.setback()) {
            case BAD_KEY, NO_CREDIT, BAD_REQUEST -> breaker.transitionToOpenStateFor(UNTIL_MENDED);
            case RATE_LIMITED -> e.retryAfter().ifPresent(breaker::transitionToOpenStateFor);
            default -> {}
        }
    }

    private void end(long id, String outcome, Usage usage, BigDecimal cost, long begin, ClaudeRequest ask) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        meters.timer("sommelier.claude.call", "purpose", ask.prompt().purpose().word())
                .record(took);
        meters.counter(COST).increment(cost.doubleValue());
        try {
            calls.end(
                    id,
                    new CallEnded(
                            outcome, usage.input(), usage.output(), usage.cacheWrite(), usage.cacheRead(), cost, took));
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer; a call of Claude stays counted at the most that it can cost", e);
        }
    }

    private void count(ClaudeRequest ask, String outcome) {
        meters.counter(
                        "sommelier.claude.calls",
                        "purpose",
                        ask.prompt().purpose().word(),
                        "outcome",
                        outcome)
                .increment();
    }

    @Override
    public void close() {
        api.close();
    }
}
