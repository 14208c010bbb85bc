package com.saqsommelier.scraper;

import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to crawl.
 *
 * @param site the address of saq.com or of a stand-in, without a trailing slash
 * @param delay the least time between the end of an answer and the next request
 * @param userAgent names the project and a contact
 * @param limit at most so many pages in one run; empty for all
 * @param forceDelist delists what the sitemaps do not list, however much it is
 * @param english reads the English names of watched and available products too
 * @param keepHtml the directory that takes the pages as they came; empty to keep none
 * @param refreshAge when a page is read again of which the sitemap does not say when it changed
 * @param unchangedAge how long a page may wait whose {@code lastmod} moved while its Live Search record did not
 * @param liveSearch the detector of changes and the source of stock; empty to believe pages alone
 * @param quiet how long nothing more is told of a product's stock after an event
 */
public record CrawlSettings(
        URI site,
        Duration delay,
        String userAgent,
        OptionalInt limit,
        boolean forceDelist,
        boolean english,
        Optional<Path> keepHtml,
        Duration refreshAge,
        Duration unchangedAge,
        Optional<LiveSearchSettings> liveSearch,
        Duration quiet) {

    /**
     * The usual age at which a page is read again of which the sitemap does not say when it changed: less than a week, so
     * that a weekly run finds it due.
     */
    public static final Duration REFRESH_AGE = Duration.ofDays(6);

    /**
     * The usual age up to which a page waits whose {@code lastmod} moved while its Live Search record did not. Records
     * tell not all that a page says, so that it is also how late a change may be noticed of which they are silent.
     */
    public static final Duration UNCHANGED_AGE = Duration.ofDays(60);

    /** Everything that is listed and due, in French, keeping no pages. */
    public static CrawlSettings of(URI site, Duration delay, String userAgent) {
        return new CrawlSettings(
                site,
                delay,
                userAgent,
                OptionalInt.empty(),
                false,
                false,
                Optional.empty(),
                REFRESH_AGE,
                UNCHANGED_AGE,
                Optional.empty(),
                AvailabilitySettings.QUIET);
    }

    /** The same for at most so many pages. */
    public CrawlSettings withLimit(OptionalInt pages) {
        return new CrawlSettings(
                site,
                delay,
                userAgent,
                pages,
                forceDelist,
                english,
                keepHtml,
                refreshAge,
                unchangedAge,
                liveSearch,
                quiet);
    }

    /** The same with or without the floor under delisting. */
    public CrawlSettings withForcedDelisting(boolean forced) {
        return new CrawlSettings(
                site, delay, userAgent, limit, forced, english, keepHtml, refreshAge, unchangedAge, liveSearch, quiet);
    }

    /** The same with or without English names. */
    public CrawlSettings withEnglish(boolean also) {
        return new CrawlSettings(
                site,
                delay,
                userAgent,
                limit,
                forceDelist,
                also,
                keepHtml,
                refreshAge,
                unchangedAge,
                liveSearch,
                quiet);
    }

    /** The same with the pages kept, or not. */
    public CrawlSettings keepingHtml(Optional<Path> directory) {
        return new CrawlSettings(
                site,
                delay,
                userAgent,
                limit,
                forceDelist,
                english,
                directory,
                refreshAge,
                unchangedAge,
                liveSearch,
                quiet);
    }

    /** The same with other ages. */
    public CrawlSettings withAges(Duration refresh, Duration unchanged) {
        return new CrawlSettings(
                site, delay, userAgent, limit, forceDelist, english, keepHtml, refresh, unchanged, liveSearch, quiet);
    }

    /** The same with a detector of changes, or without. */
    public CrawlSettings withLiveSearch(Optional<LiveSearchSettings> detector) {
        return new CrawlSettings(
                site,
                delay,
                userAgent,
                limit,
                forceDelist,
                english,
                keepHtml,
                refreshAge,
                unchangedAge,
                detector,
                quiet);
    }

    /** The same with another time of quiet after an event. */
    public CrawlSettings withQuiet(Duration other) {
        return new CrawlSettings(
                site,
                delay,
                userAgent,
                limit,
                forceDelist,
                english,
                keepHtml,
                refreshAge,
                unchangedAge,
                liveSearch,
                other);
    }
}
