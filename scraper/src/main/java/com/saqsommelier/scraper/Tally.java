package com.saqsommelier.scraper;

import com.saqsommelier.core.product.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts while a crawl goes on. Used by one thread. */
final class Tally {

    int sitemapUrls;
    int notProducts;
    int otherHosts;
    int duplicates;
    int fetched;
    int inserted;
    int updated;
    int unchanged;
    int notFound;
    int forbidden;
    int unreadValues;
    int failed;
    int skipped;
    int left;
    int english;
    int delisted;
    int relisted;
    long delistRefused;
    int events;
    int requests;
    long bytes;
    boolean resumed;
    boolean markupChanged;
    ParseShares health = ParseShares.NONE;
    final List<String> warnings = new ArrayList<>();

    @Nullable
    String reason;

    void stored(Outcome outcome) {
        fetched++;
        switch (outcome) {
            case INSERTED -> inserted++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    CrawlSummary summary() {
        return new CrawlSummary(
                sitemapUrls,
                notProducts,
                otherHosts,
                duplicates,
                fetched,
                inserted,
                updated,
                unchanged,
                notFound,
                forbidden,
                unreadValues,
                failed,
                skipped,
                left,
                english,
                delisted,
                relisted,
                delistRefused,
                events,
                requests,
                bytes,
                resumed,
                markupChanged,
                health,
                List.copyOf(warnings),
                reason);
    }
}
