package com.saqsommelier.scraper;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a crawl did.
 *
 * @param sitemapUrls product pages that the sitemaps list
 * @param fetched pages that were read and stored
 * @param inserted products that were new
 * @param updated products of which something changed
 * @param unchanged products of which nothing changed
 * @param notFound pages that the sitemap lists and the site does not have (404, 410)
 * @param failed pages that could not be fetched or read
 * @param skipped pages that have not changed since they were last read
 * @param delisted products that the sitemaps no longer list
 * @param relisted products that the sitemaps list again
 * @param events changes that somebody may be told of
 * @param requests all requests, robots.txt and sitemaps included
 * @param delistRefused whether so many products were gone that none was delisted
 */
public record CrawlSummary(
        @JsonProperty("sitemap_urls") int sitemapUrls,
        int fetched,
        int inserted,
        int updated,
        int unchanged,
        @JsonProperty("not_found") int notFound,
        int failed,
        int skipped,
        int delisted,
        int relisted,
        int events,
        int requests,
        @JsonProperty("delist_refused") boolean delistRefused) {

    /** What a crawl did that could not begin. */
    public static final CrawlSummary NOTHING = new CrawlSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);

    /** The exit code of the job: 0 all well, 1 some pages failed, 2 all failed, 3 refused for safety. */
    public int exitCode() {
        if (delistRefused) {
            return 3;
        }
        if (failed == 0) {
            return 0;
        }
        return fetched + skipped + notFound > 0 ? 1 : 2;
    }
}
