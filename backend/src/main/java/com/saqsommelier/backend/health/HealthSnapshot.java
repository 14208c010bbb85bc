package com.saqsommelier.backend.health;

import com.saqsommelier.core.delivery.DeliveryCounts;
import com.saqsommelier.search.FeedState;
import java.util.Optional;

/**
 * The state of the backend at one moment, from which health and metrics are answered.
 *
 * @param database whether the database answered
 * @param products how many products the index held; empty when the index is closed
 * @param feed how current the index was
 * @param deliveries the alerts; empty while the database does not answer
 * @param disk the disk of the data directory; empty where nothing is kept, or it does not answer
 */
record HealthSnapshot(
        boolean database,
        Optional<Integer> products,
        FeedState feed,
        Optional<DeliveryCounts> deliveries,
        Optional<DiskSpace> disk) {

    /** Whether nothing more can be stored. */
    boolean diskFull() {
        return disk.filter(DiskSpace::full).isPresent();
    }

    /** Whether no product was ever read. */
    boolean emptyCatalogue() {
        return products.filter(count -> count == 0).isPresent();
    }
}
