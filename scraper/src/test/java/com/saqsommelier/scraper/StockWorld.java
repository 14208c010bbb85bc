package com.saqsommelier.scraper;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.SaqSimulator;
import com.saqsommelier.simulator.saq.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A small invented saq.com, a catalogue read from it, and the time that both live in. */
final class StockWorld implements AutoCloseable {

    static final String ANNE = "tg:1";
    static final String BEN = "tg:2";

    final LivingCatalogue world;
    final SaqSimulator saq;
    final Database database = TestDatabase.fresh();
    Instant now = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);

    StockWorld(int size) {
        world = new LivingCatalogue(new GeneratedCatalogue(7, size), 7, now);
        try {
            saq = SaqSimulator.start(0, world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets time go by. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Lets a week go by in which nothing happens; the site's clock and ours agree again. */
    void week() {
        world.nextWeek(0, 0);
        now = world.today();
    }

    CrawlSummary crawl(boolean liveSearch) throws Exception {
        pass(Duration.ofMinutes(1));
        CrawlSettings settings = CrawlSettings.of(saq.baseUrl(), Duration.ZERO, "SAQSommelier/test (tests)")
                .withLiveSearch(liveSearch ? Optional.of(access()) : Optional.empty());
        return new Crawl(settings, database, CrawlProgress.SILENT, new SimpleMeterRegistry(), () -> now).run();
    }

    AvailabilitySummary readAll() throws Exception {
        pass(Duration.ofMinutes(1));
        return job().readAll(access());
    }

    AvailabilitySummary readWatched() throws Exception {
        pass(Duration.ofMinutes(1));
        return job().readWatched();
    }

    StoreSummary readStores() throws Exception {
        pass(Duration.ofMinutes(1));
        return new StoreDirectory(settings(), database, new SimpleMeterRegistry(), () -> now).run();
    }

    Availability job() {
        return new Availability(settings(), database, CrawlProgress.SILENT, new SimpleMeterRegistry(), () -> now);
    }

    AvailabilitySettings settings() {
        return settings(saq.baseUrl());
    }

    static AvailabilitySettings settings(URI site) {
        return AvailabilitySettings.of(site, Duration.ZERO, "SAQSommelier/test (tests)")
                .withLiveSearch(Optional.of(access(site)));
    }

    LiveSearchSettings access() {
        return access(saq.baseUrl());
    }

    static LiveSearchSettings access(URI site) {
        return new LiveSearchSettings(
                site.resolve("/graphql"), LiveSearchAccess.DEFAULT.apiKey(), LiveSearchAccess.DEFAULT.environmentId());
    }

    void watch(String person, String sku) {
        new Watches(database).add(new Watch(person, sku, now));
    }

    void prefer(String person, String store) {
        new People(database).prefer(person, store, now);
    }

    /** Products that can be ordered online, or that cannot. */
    List<String> skus(boolean online) {
        return IntStream.range(0, world.size())
                .mapToObj(world::product)
                .filter(product -> product.stock().online() > 0 == online)
                .map(SaqProduct::sku)
                .toList();
    }

    String store(int index) {
        return world.stores().get(index).identifier();
    }

    Store storeAt(int index) {
        return world.stores().get(index);
    }

    String inventory(String sku) {
        return "/fr/saq_inventory/product/internal/id/" + magentoId(sku) + "/";
    }

    String storesOf(String sku) {
        return "/fr/store/locator/ajaxlist/context/product/id/" + magentoId(sku);
    }

    private int magentoId(String sku) {
        return world.bySku(sku).orElseThrow().magentoId();
    }

    /** All events so far, as {@code sku restock} or {@code sku destock at 23009: 4 to 0}. */
    List<String> events() {
        return new Events(database).all().stream().map(StockWorld::line).toList();
    }

    /** All deliveries so far, as {@code tg:1 of sku restock}. */
    List<String> deliveries() {
        return database.jdbc().sql("""
                        SELECT delivery.user_id || ' of ' || event.sku || ' ' || event.kind
                            || coalesce(' at ' || event.store_id, '')
                        FROM deliveries delivery JOIN events event ON event.id = event_id ORDER BY delivery.id
                        """).query(String.class).list();
    }

    private static String line(Event event) {
        String line = event.sku() + " " + event.kind().code()
                + event.storeId().map(id -> " at " + id).orElse("");
        return event.kind() == EventKind.RESTOCK || event.kind() == EventKind.DESTOCK
                ? line + ": " + event.old().orElse("?") + " to "
                        + event.current().orElse("?")
                : line;
    }

    @Override
    public void close() {
        saq.close();
        database.close();
    }
}
