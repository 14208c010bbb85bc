package com.saqsommelier.backend;

import com.saqsommelier.api.DetailedHealth;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.FeedState;
import com.saqsommelier.search.IndexFeed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Health")
class HealthController implements HealthApi {

    private static final String DATABASE_DOWN =
            "The database does not answer. Usual causes: it was stopped, its disk is"
                    + " full, or SOMMELIER_DATABASE_URL points elsewhere.";

    private final Database database;
    private final CatalogueIndex index;
    private final IndexFeed feed;
    private final InstantSource clock;

    HealthController(Database database, CatalogueIndex index, IndexFeed feed, InstantSource clock) {
        this.database = database;
        this.index = index;
        this.feed = feed;
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
                        state.problem().orElse(null)));
    }
}
