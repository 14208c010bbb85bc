package com.saqsommelier.bot;

import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.DeliveriesApi;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Deliveries as a backend hands them out, each claimed once. */
final class FakeDeliveries implements DeliveriesApi {

    private final AtomicLong number = new AtomicLong();
    private final BlockingQueue<List<DeliveryView>> waiting = new LinkedBlockingQueue<>();
    private final Map<Long, DeliveryOutcome> reported = new ConcurrentHashMap<>();

    /** Something that happened. */
    DeliveryView happened(String userId, String sku, String kind, @Nullable String store, @Nullable String bottles) {
        long id = number.incrementAndGet();
        return new DeliveryView(
                id, id, userId, sku, kind, store, null, bottles, Bottles.READ, Bottles.READ.plusSeconds(120));
    }

    /** Hands these to the next who claims, all at once. */
    void waiting(DeliveryView... deliveries) {
        waiting.add(List.of(deliveries));
    }

    /** How it went; null until it is told. */
    @Nullable
    DeliveryOutcome outcome(DeliveryView delivery) {
        return reported.get(delivery.id());
    }

    @Override
    public DeliveryList claim(ClaimRequest request) {
        try {
            List<DeliveryView> some = waiting.poll(10, TimeUnit.SECONDS);
            return new DeliveryList(some == null ? new ArrayList<>() : some);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeliveryList(List.of());
        }
    }

    @Override
    public ResponseEntity<Void> report(long id, DeliveryOutcome outcome) {
        reported.put(id, outcome);
        return ResponseEntity.noContent().build();
    }
}
