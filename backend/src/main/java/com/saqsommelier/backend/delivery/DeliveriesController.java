package com.saqsommelier.backend.delivery;

import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.DeliveriesApi;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.core.delivery.Deliveries;
import com.saqsommelier.core.delivery.Delivery;
import com.saqsommelier.core.delivery.DeliveryReport;
import com.saqsommelier.core.delivery.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Deliveries")
class DeliveriesController implements DeliveriesApi {

    /** How often a waiting claimant looks; a virtual thread and one indexed query. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final DeliveryViews views;
    private final CountDownLatch stopping = new CountDownLatch(1);

    DeliveriesController(Deliveries deliveries, DeliveryViews views) {
        this.deliveries = deliveries;
        this.views = views;
    }

    @Override
    @Operation(summary = "Claim what is to be told, waiting for it where asked")
    public DeliveryList claim(ClaimRequest request) {
        int wait = Objects.requireNonNullElse(request.waitSeconds(), 0);
        long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        while (true) {
            List<Delivery> claimed = deliveries.claim(request.consumer(), request.limit());
            if (!claimed.isEmpty() || System.nanoTime() + LOOK_EVERY.toNanos() > deadline || stopped()) {
                return views.of(claimed);
            }
        }
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Problems(ProblemKind.NOT_FOUND)
    @Operation(summary = "Report how a delivery went")
    public ResponseEntity<Void> report(long id, DeliveryOutcome outcome) {
        List<Long> ids = Stream.concat(
                        Stream.of(id), Stream.ofNullable(outcome.also()).flatMap(List::stream))
                .distinct()
                .toList();
        if (!deliveries.report(ids, report(outcome))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no delivery " + id + ".");
        }
        return ResponseEntity.noContent().build();
    }

    /** A backend that stops waits for nobody's alerts: whoever waits gets what there is, while there is a database. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping.countDown();
    }

    /** Waits a little; whether the backend stops meanwhile. */
    private boolean stopped() {
        try {
            return stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static DeliveryReport report(DeliveryOutcome outcome) {
        return new DeliveryReport(
                Outcome.valueOf(outcome.outcome().name()),
                Optional.ofNullable(outcome.retryAfter()).map(seconds -> Duration.ofMillis((long) (seconds * 1000))),
                Optional.ofNullable(outcome.messageId()),
                Optional.ofNullable(outcome.consumer()));
    }
}
