package com.saqsommelier.backend.health;

import com.saqsommelier.api.BotState;
import com.saqsommelier.api.DetailedHealth;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.core.delivery.DeliveryCounts;
import com.saqsommelier.search.FeedState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Health")
class HealthController implements HealthApi {

    private static final String DATABASE_DOWN =
            "The database does not answer. Usual causes: it was stopped, its disk is"
                    + " full, or SOMMELIER_DATABASE_URL points elsewhere.";
    private static final String INDEX_CLOSED =
            "The index is closed: nothing can be searched. Usual causes: its files were damaged or the disk is full; make room"
                    + " and start again.";
    private static final String EMPTY =
            "The catalogue was never read: there is no product. Run `sommelier scrape`, or wait for `up` to do it.";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final HealthMonitor health;
    private final BotReports bots;
    private final InstantSource clock;

    HealthController(HealthMonitor health, BotReports bots, InstantSource clock) {
        this.health = health;
        this.bots = bots;
        this.clock = clock;
    }

    @Override
    @Operation(summary = "Whether the backend can do its work")
    public ResponseEntity<Health> health() {
        HealthSnapshot state = health.current();
        Optional<String> broken = broken(state);
        return broken.isPresent()
                ? answer(Health.Status.DOWN, state, broken)
                : answer(
                        degraded(state).isPresent() ? Health.Status.DEGRADED : Health.Status.UP,
                        state,
                        degraded(state));
    }

    @Override
    @Operation(summary = "Whether the backend has something to answer with")
    public ResponseEntity<Health> ready() {
        HealthSnapshot state = health.current();
        Optional<String> broken = broken(state).or(() -> empty(state));
        return broken.isPresent() ? answer(Health.Status.DOWN, state, broken) : health();
    }

    @Override
    @Operation(summary = "What the backend answers from, and how old that is")
    public DetailedHealth detailed() {
        HealthSnapshot state = health.current();
        FeedState feed = state.feed();
        Health.Status status = broken(state).isPresent() || feed.problem().isPresent()
                ? Health.Status.DOWN
                : degraded(state).isPresent() ? Health.Status.DEGRADED : Health.Status.UP;
        return new DetailedHealth(
                status,
                new DetailedHealth.DatabaseState(
                        state.database() ? Health.Status.UP : Health.Status.DOWN,
                        state.database() ? null : DATABASE_DOWN),
                new DetailedHealth.IndexState(
                        state.products().orElse(0),
                        feed.revision(),
                        feed.currentAt(),
                        Math.max(
                                0,
                                Duration.between(feed.currentAt(), clock.instant())
                                        .toSeconds()),
                        indexProblem(state)),
                state.deliveries().map(HealthController::deliveries).orElse(null),
                state.disk().map(disk -> disk(state, disk)).orElse(null),
                bots.current().orElse(null));
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Report how a bot is")
    public ResponseEntity<Void> reportBot(BotState state) {
        bots.take(state);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Health> answer(Health.Status status, HealthSnapshot state, Optional<String> problem) {
        return ResponseEntity.status(status == Health.Status.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new Health(status, state.products().orElse(0), problem.orElse(null)));
    }

    /** Faults that keep the backend from its work. */
    private static Optional<String> broken(HealthSnapshot state) {
        if (!state.database()) {
            return Optional.of(DATABASE_DOWN);
        }
        if (state.products().isEmpty()) {
            return Optional.of(INDEX_CLOSED);
        }
        return state.diskFull() ? state.disk().map(HealthController::diskProblem) : Optional.empty();
    }

    /** Faults with which it goes on. */
    private Optional<String> degraded(HealthSnapshot state) {
        return empty(state)
                .or(() -> state.feed().problem())
                .or(() -> state.disk().filter(DiskSpace::low).map(HealthController::diskProblem))
                .or(() -> bots.current().map(DetailedHealth.ReportedBot::problem));
    }

    private static Optional<String> empty(HealthSnapshot state) {
        return state.emptyCatalogue() ? Optional.of(EMPTY) : Optional.empty();
    }

    private static @Nullable String indexProblem(HealthSnapshot state) {
        return state.products().isEmpty()
                ? INDEX_CLOSED
                : state.feed().problem().or(() -> empty(state)).orElse(null);
    }

    private static DetailedHealth.DiskState disk(HealthSnapshot state, DiskSpace disk) {
        return new DetailedHealth.DiskState(
                state.diskFull() ? Health.Status.DOWN : disk.low() ? Health.Status.DEGRADED : Health.Status.UP,
                disk.free(),
                disk.total(),
                disk.low() ? diskProblem(disk) : null);
    }

    private static String diskProblem(DiskSpace disk) {
        return "The disk of " + disk.directory() + " has " + (disk.free() >> 20) + " MB left"
                + (disk.full() ? ": nothing more can be stored." : ".") + " Make room there.";
    }

    private static DetailedHealth.DeliveriesState deliveries(DeliveryCounts counts) {
        return new DetailedHealth.DeliveriesState(
                counts.waiting(), counts.held(), counts.oldestSeconds(), counts.failed(), problem(counts));
    }

    private static @Nullable String problem(DeliveryCounts counts) {
        if (counts.failed() > 0) {
            return counts.failed() + " alerts were given up in the last 24 hours. The bot's log says why, for each;"
                    + " docs/operations.md, \"Alerts that failed\", says how to send them again.";
        }
        return counts.oldestSeconds() < LONGEST_WAIT.toSeconds()
                ? null
                : "An alert has waited for "
                        + Duration.ofSeconds(counts.oldestSeconds()).toMinutes()
                        + " minutes. Usual causes: no bot is running, or Telegram does not answer it.";
    }
}
