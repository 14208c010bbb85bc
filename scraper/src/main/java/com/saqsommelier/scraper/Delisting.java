package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.page.Listing;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes out of the catalogue what complete sitemaps no longer list, and back in what they list again. */
final class Delisting {

    private static final Logger LOG = LoggerFactory.getLogger(Delisting.class);

    private final Database database;
    private final Listing listing;
    private final boolean forced;

    Delisting(Database database, Listing listing, boolean forced) {
        this.database = database;
        this.listing = listing;
        this.forced = forced;
    }

    /**
     * What became of the products whose listing changed.
     *
     * @param refused how many are not listed, when they are too many to believe it; else 0
     */
    record Result(int delisted, int relisted, long refused) {}

    /**
     * Compares the catalogue with the listing.
     *
     * @param whole whether the listing is complete; else nothing is delisted
     */
    Result reconcile(Instant now, boolean whole) {
        return database.inTransaction(() -> {
            int relisted = listing.relist(now);
            if (!whole) {
                return new Result(0, relisted, 0);
            }
            long missing = listing.missing();
            long stored = listing.stored();
            if (!Floor.believes(missing, stored)) {
                if (!forced) {
                    LOG.error(
                            "{} of {} products are not in the sitemaps; so many at once are not believed and none is"
                                    + " delisted. If it is true, run the command again with --force-delist.",
                            missing,
                            stored);
                    return new Result(0, relisted, missing);
                }
                LOG.warn(
                        "{} of {} products are not in the sitemaps; delisted, as --force-delist says", missing, stored);
            }
            return new Result(listing.delistMissing(now), relisted, 0);
        });
    }
}
