package com.saqsommelier.api;

import org.springframework.web.service.annotation.GetExchange;

/** Whether the backend can do its work; needs no key. */
public interface HealthApi {

    /** The state of the backend; answered with 200 when it is up and with 503 when it is down. */
    @GetExchange("/health")
    Health health();
}
