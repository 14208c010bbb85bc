package com.saqsommelier.api;

import org.springframework.http.ResponseEntity;
import org.springframework.web.service.annotation.GetExchange;

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
}
