package com.saqsommelier.backend;

import com.saqsommelier.api.Health;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.search.CatalogueIndex;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Health")
class HealthController implements HealthApi {

    private final Database database;
    private final CatalogueIndex index;

    HealthController(Database database, CatalogueIndex index) {
        this.database = database;
        this.index = index;
    }

    @Override
    @Operation(summary = "Whether the backend can do its work")
    public ResponseEntity<Health> health() {
        if (database.answers()) {
            return ResponseEntity.ok(new Health(Health.Status.UP, index.size(), null));
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(
                        Health.Status.DOWN,
                        index.size(),
                        "The database does not answer. Usual causes: it was stopped, its disk is full, or"
                                + " SOMMELIER_DATABASE_URL points elsewhere."));
    }
}
