package com.saqsommelier.scraper;

import com.saqsommelier.core.stock.LiveDetails;
import com.saqsommelier.core.stock.OnlineReading;
import com.saqsommelier.core.stock.Readings;
import com.saqsommelier.core.stock.StockSource;
import com.saqsommelier.scraper.livesearch.LiveRecord;
import com.saqsommelier.scraper.livesearch.LiveSearch;
import com.saqsommelier.scraper.livesearch.LiveSearchException;
import com.saqsommelier.scraper.site.SiteClosedException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the stock of the whole catalogue from Live Search. */
final class WholeStock {

    private static final int BATCH = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveSearch search;
    private final Readings readings;
    private final InstantSource clock;
    private final CrawlProgress progress;
    private final StockCount count;
    private final List<OnlineReading> batch = new ArrayList<>();

    WholeStock(LiveSearch search, Readings readings, InstantSource clock, CrawlProgress progress, StockCount count) {
        this.search = search;
        this.readings = readings;
        this.clock = clock;
        this.progress = progress;
        this.count = count;
    }

    /**
     * Reads all records.
     *
     * @throws LiveSearchException when it fails in between; what was read until then is in the readings
     */
    void read() throws LiveSearchException, SiteClosedException, InterruptedException {
        LiveSearch.Count found;
        try {
            found = search.read(this::add, progress::pages);
        } finally {
            flush();
            readings.spreadToStores();
        }
        if (!found.complete()) {
            count.reason = "Live Search handed out " + found.read() + " of the " + found.announced()
                    + " records it says it has. What it handed out is used.";
        }
    }

    private void add(LiveRecord live) {
        batch.add(reading(live));
        count.read++;
        progress.pageDone(false);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        readings.addOnline(batch);
        batch.clear();
    }

    private OnlineReading reading(LiveRecord live) {
        return new OnlineReading(
                live.sku(),
                live.online(),
                null,
                StockSource.LIVE_SEARCH,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.of(new LiveDetails(
                        live.stores(),
                        live.first("pastille_gout"),
                        year(live.first("millesime_produit")),
                        portrait(live))));
    }

    private static @Nullable Integer year(@Nullable String text) {
        return text != null && text.matches("(18|19|20)[0-9]{2}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String portrait(LiveRecord live) {
        Map<String, String> portrait = new TreeMap<>();
        live.attributes().forEach((name, values) -> {
            if (name.startsWith("portrait_") && !values.isEmpty()) {
                portrait.put(name, String.join(", ", values));
            }
        });
        return portrait.isEmpty() ? null : JSON.writeValueAsString(portrait);
    }
}
