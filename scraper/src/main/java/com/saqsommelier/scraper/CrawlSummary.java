package com.saqsommelier.scraper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl did.
 *
 * @param sitemapUrls product pages that the sitemaps list
 * @param notProducts addresses in the sitemaps that are no product page
 * @param otherHosts addresses in the sitemaps that are on another host, refused
 * @param duplicates entries of a page that was listed before
 * @param fetched pages that were read, or confirmed to be unchanged
 * @param inserted products that were new
 * @param updated products of which something changed
 * @param unchanged products of which nothing changed
 * @param notFound pages that the sitemap lists and the site does not have (404, 410)
 * @param forbidden pages that robots.txt forbids; they were not asked for
 * @param unreadValues prices, sizes and the like that could not be read or cannot be; unknown, their products stored
 * @param failed pages that could not be fetched or read
 * @param skipped pages that are not due
 * @param left pages that are due and were not asked for, because of the limit or an early end
 * @param english English pages that were read
 * @param delisted products that the sitemaps no longer list
 * @param relisted products that the sitemaps list again
 * @param delistRefused products that the sitemaps no longer list and that are too many to believe it
 * @param events events that were written
 * @param requests all requests, robots.txt and sitemaps and further tries included
 * @param bytes of all answers, decompressed
 * @param resumed whether this run went on with the pass of one that was killed
 * @param markupChanged whether the pages no longer look as they should, so that nothing more was written
 * @param health what the pages lacked
 * @param warnings what the operator should look at
 * @param reason why it ended early; null when it did not
 */
public record CrawlSummary(
        @JsonProperty("sitemap_urls") int sitemapUrls,
        @JsonProperty("not_products") int notProducts,
        @JsonProperty("other_hosts") int otherHosts,
        int duplicates,
        int fetched,
        int inserted,
        int updated,
        int unchanged,
        @JsonProperty("not_found") int notFound,
        int forbidden,
        @JsonProperty("unread_values") int unreadValues,
        int failed,
        int skipped,
        int left,
        int english,
        int delisted,
        int relisted,
        @JsonProperty("delist_refused") long delistRefused,
        int events,
        int requests,
        long bytes,
        boolean resumed,
        @JsonProperty("markup_changed") boolean markupChanged,
        ParseShares health,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

    /** What a crawl did that could not begin. */
    public static final CrawlSummary NOTHING = new Tally().summary();

    /** Whether it ended before it was through, for a reason that may pass: an outage, a wall, a database that stopped. */
    public boolean endedEarly() {
        return reason != null && !markupChanged && delistRefused == 0;
    }

    /** The exit code of the job: 0 all well, 1 some pages failed, 2 nothing could be done, 3 refused for safety. */
    public int exitCode() {
        if (delistRefused > 0 || markupChanged) {
            return 3;
        }
        if (failed == 0 && reason == null) {
            return 0;
        }
        boolean nothing = fetched + notFound + forbidden + delisted + relisted == 0 && (reason != null || skipped == 0);
        return nothing ? 2 : 1;
    }
}
