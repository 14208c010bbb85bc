package com.saqsommelier.scraper;

import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.scraper.store.StoreLists;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to read stores and stock.
 *
 * @param site the address of saq.com or of a stand-in, without a trailing slash
 * @param delay the least time between the end of an answer and the next request
 * @param userAgent names the project and a contact
 * @param productStoresPath where the stores of a product are listed, with {@code {magento_id}} in it
 * @param liveSearch the source of the whole catalogue's stock; empty where there is none
 * @param quiet how long nothing more is told of a product, or of a product in a store, after an event
 * @param mostChanged the share of products that may change in one run and be believed, 0 to 1
 */
public record AvailabilitySettings(
        URI site,
        Duration delay,
        String userAgent,
        String productStoresPath,
        Optional<LiveSearchSettings> liveSearch,
        Duration quiet,
        double mostChanged) {

    /** How long it is quiet after an event, usually: a product that comes and goes within it makes one event. */
    public static final Duration QUIET = Duration.ofHours(6);

    /** The share that is believed, usually. */
    public static final double MOST_CHANGED = 0.3;

    /** The usual way, without Live Search. */
    public static AvailabilitySettings of(URI site, Duration delay, String userAgent) {
        return new AvailabilitySettings(
                site, delay, userAgent, StoreLists.OF_PRODUCT, Optional.empty(), QUIET, MOST_CHANGED);
    }

    /** The same with Live Search, or without. */
    public AvailabilitySettings withLiveSearch(Optional<LiveSearchSettings> access) {
        return new AvailabilitySettings(site, delay, userAgent, productStoresPath, access, quiet, mostChanged);
    }

    /** The same with another time of quiet after an event. */
    public AvailabilitySettings withQuiet(Duration other) {
        return new AvailabilitySettings(site, delay, userAgent, productStoresPath, liveSearch, other, mostChanged);
    }
}
