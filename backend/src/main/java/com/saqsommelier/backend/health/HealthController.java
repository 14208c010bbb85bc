package com.saqsommelier.backend.health;

import com.saqsommelier.api.DetailedHealth;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.delivery.Deliveries;
import com.saqsommelier.core.delivery.DeliveryCounts;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.FeedState;
import com.saqsommelier.search.IndexFeed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Health")
class HealthController implements HealthApi {

    private static final String DATABASE_DOWN =
            "The database does not answer. Usual causes: it was stopped, its disk is"
                    + " full, or SOMMELIER_DATABASE_URL points elsewhere.";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Database database;
    private final CatalogueIndex index;
    private final IndexFeed feed;
    private final Deliveries deliveries;
    private final InstantSource clock;

    HealthController(
            Database database, CatalogueIndex index, IndexFeed feed, Deliveries deliveries, InstantSource clock) {
        this.database = database;
        this.index = index;
        this.feed = feed;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    @Operation(summary = "Whether the backend can do its work")
    public ResponseEntity<Health> health() {
        if (database.answers()) {
            return ResponseEntity.ok(new Health(Health.Status.UP, index.size(), null));
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(Health.Status.DOWN, index.size(), DATABASE_DOWN));
    }

    @Override
    @Operation(summary = "What the backend answers from, and how old that is")
    public DetailedHealth detailed() {
        boolean answers = database.answers();
        FeedState state = feed.state();
        boolean follows = state.problem().isEmpty();
        return new DetailedHealth(
                answers && follows ? Health.Status.UP : Health.Status.DOWN,
                new DetailedHealth.DatabaseState(
                        answers ? Health.Status.UP : Health.Status.DOWN, answers ? null : DATABASE_DOWN),
                new DetailedHealth.IndexState(
                        index.size(),
                        state.revision(),
                        state.currentAt(),
                        Math.max(
                                0,
                                Duration.between(state.currentAt(), clock.instant())
                                        .toSeconds()),
                        state.problem().orElse(null)),
                answers ? deliveries() : null);
    }

    private DetailedHealth.DeliveriesState deliveries() {
        DeliveryCounts counts = deliveries.counts();
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
