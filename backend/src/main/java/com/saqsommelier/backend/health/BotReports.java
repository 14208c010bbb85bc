package com.saqsommelier.backend.health;

import com.saqsommelier.api.BotState;
import com.saqsommelier.api.DetailedHealth.ReportedBot;
import com.saqsommelier.api.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last report of a bot. A backend that no bot has reported to since its start has none, and misses none. */
@Component
final class BotReports {

    /** Several reports that did not come. */
    private static final Duration MISSED_AFTER = Duration.ofMinutes(3);

    private final InstantSource clock;
    private final AtomicReference<@Nullable Report> last = new AtomicReference<>();

    BotReports(InstantSource clock) {
        this.clock = clock;
    }

    private record Report(Instant at, BotState state) {}

    void take(BotState state) {
        last.set(new Report(clock.instant(), state));
    }

    Optional<ReportedBot> current() {
        return Optional.ofNullable(last.get()).map(report -> {
            String problem = problem(report);
            return new ReportedBot(problem == null ? Health.Status.UP : Health.Status.DEGRADED, report.at(), problem);
        });
    }

    private @Nullable String problem(Report report) {
        if (Duration.between(report.at(), clock.instant()).compareTo(MISSED_AFTER) > 0) {
            return "The bot has not reported since " + report.at()
                    + ": nobody is answered, and alerts wait. Usual causes: it was stopped, or it does not reach this backend.";
        }
        return report.state().status() == Health.Status.UP
                ? null
                : "The bot does not reach Telegram: nobody is answered, and alerts wait. "
                        + Optional.ofNullable(report.state().problem()).orElse("");
    }
}
