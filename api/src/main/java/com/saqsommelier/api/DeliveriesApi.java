package com.saqsommelier.api;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is to be told to whom. Needs the key. */
@AccessControl(AccessControl.Level.PERSONAL)
@HttpExchange("/api/v1/deliveries")
public interface DeliveriesApi {

    /**
     * Claims deliveries, waiting for the first one as long as asked. Nobody else is given them before
     * {@link DeliveryView#leasedUntil}; what is not reported by then is given to the next who asks. The deliveries of one
     * person come together, in their order, and none while another of theirs is under way or waits.
     */
    @PostExchange("/claim")
    DeliveryList claim(@RequestBody @Valid ClaimRequest request);

    /**
     * Reports how a delivery went, with 204. Reported late or twice, it changes nothing that has ended; an unknown one is
     * answered with 404.
     */
    @PostExchange("/{id}")
    ResponseEntity<Void> report(@PathVariable("id") long id, @RequestBody @Valid DeliveryOutcome outcome);
}
