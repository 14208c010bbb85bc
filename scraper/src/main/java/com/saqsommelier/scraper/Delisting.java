package com.saqsommelier.scraper;

import com.saqsommelier.core.product.Products;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes out of the catalogue what complete sitemaps no longer list, and back in what they list again. */
final class Delisting {

    private static final Logger LOG = LoggerFactory.getLogger(Delisting.class);

    /** A site in trouble looks like one that has dropped much at once: more than this share and number is not believed. */
    private static final double BELIEVABLE_SHARE = 0.05;

    private static final int BELIEVABLE_NUMBER = 20;

    private final Products products;
    private final InstantSource clock;

    Delisting(Products products, InstantSource clock) {
        this.products = products;
        this.clock = clock;
    }

    /** Marks as gone all products but these, unless that would be more than can be believed. */
    Result delistAllBut(Set<String> listed) {
        Set<String> known = products.lastFetches().keySet();
        Set<String> gone = new HashSet<>(known);
        gone.removeAll(listed);
        if (gone.size() > BELIEVABLE_NUMBER && gone.size() > known.size() * BELIEVABLE_SHARE) {
            LOG.error(
                    "{} of {} products are not in the sitemaps; so many at once are not believed and none is delisted.",
                    gone.size(),
                    known.size());
            return new Result(0, true);
        }
        return new Result(products.delist(gone, clock.instant()), false);
    }

    /** Takes back the products among these that are marked as gone, and says how many. */
    int relist(Set<String> listed) {
        return products.relist(listed);
    }

    /**
     * What became of the missing products.
     *
     * @param refused whether there were too many to believe it
     */
    record Result(int delisted, boolean refused) {}
}
