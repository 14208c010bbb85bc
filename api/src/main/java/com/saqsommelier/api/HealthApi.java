package com.saqsommelier.api;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Whether the backend can do its work; needs no key. */
@AccessControl(AccessControl.Level.PUBLIC)
public interface HealthApi {

    /** The state of the backend; answered with 200 when it is up and with 503 when it is down. */
    @GetExchange("/health")
    ResponseEntity<Health> health();

    /** Whether there is something to answer with: as {@link #health()}, and 503 too while the catalogue was never read. */
    @GetExchange("/health/ready")
    ResponseEntity<Health> ready();

    /** What the backend answers from and how old that is; 200 also while the database does not answer. */
    @GetExchange("/health/detailed")
    DetailedHealth detailed();

    /**
     * A bot says how it is, with 204; expected every half a minute, and kept in memory alone. Needs the key.
     */
    @AccessControl(AccessControl.Level.PERSONAL)
    @PutExchange("/api/v1/bot/state")
    ResponseEntity<Void> reportBot(@RequestBody @Valid BotState state);
}
