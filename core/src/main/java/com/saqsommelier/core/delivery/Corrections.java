package com.saqsommelier.core.delivery;

import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.Events;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What messages told that are to be changed. */
final class Corrections {

    private final JdbcClient jdbc;

    private record Message(String userId, long messageId) {}

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Completes the corrections of deliveries, of which the message alone is known. */
    List<Delivery> attach(List<Delivery> claimed) {
        Map<Message, Correction> complete = new LinkedHashMap<>();
        return claimed.stream()
                .map(delivery -> delivery.corrects()
                        .map(correction -> with(
                                delivery,
                                complete.computeIfAbsent(
                                        new Message(delivery.userId(), correction.messageId()), this::read)))
                        .orElse(delivery))
                .toList();
    }

    private Correction read(Message message) {
        List<Event> told = jdbc.sql("""
                        SELECT event.* FROM deliveries JOIN events event ON event.id = event_id
                        WHERE user_id = ? AND message_id = ? ORDER BY event.id
                        """)
                .params(message.userId(), message.messageId())
                .query(Events::read)
                .list();
        return new Correction(message.messageId(), told);
    }

    private static Delivery with(Delivery delivery, Correction correction) {
        return new Delivery(
                delivery.id(),
                delivery.eventId(),
                delivery.userId(),
                delivery.sku(),
                delivery.kind(),
                delivery.storeId(),
                delivery.old(),
                delivery.current(),
                delivery.detectedAt(),
                delivery.leasedUntil(),
                delivery.lastTry(),
                Optional.of(correction));
    }
}
