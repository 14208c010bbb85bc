package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.stock.OnlineReading;
import com.saqsommelier.core.stock.Readings;
import com.saqsommelier.core.stock.StockSource;
import com.saqsommelier.core.stock.StoreReading;
import com.saqsommelier.core.stock.WatchedProduct;
import com.saqsommelier.core.stock.WatchedProducts;
import com.saqsommelier.core.store.Place;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.site.SiteRequest;
import com.saqsommelier.scraper.site.SiteResponse;
import com.saqsommelier.scraper.store.NearestStores;
import com.saqsommelier.scraper.store.Quantity;
import com.saqsommelier.scraper.store.StoreList;
import com.saqsommelier.scraper.store.StoreListException;
import com.saqsommelier.scraper.store.StoreLists;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the stock of the products that somebody watches: online, and in the stores that their watchers prefer. A question
 * from the place of a store is enough to know of that store, for the nearest stores come first.
 */
final class WatchedStock {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStock.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST_ANSWER = 100_000;

    private final URI site;
    private final SiteClient client;
    private final StoreLists lists;
    private final Stores stores;
    private final WatchedProducts watched;
    private final Readings readings;
    private final InstantSource clock;
    private final CrawlProgress progress;
    private final StockCount count;

    WatchedStock(
            AvailabilitySettings settings,
            SiteClient client,
            Database database,
            Readings readings,
            InstantSource clock,
            CrawlProgress progress,
            StockCount count) {
        this.site = settings.site();
        this.client = client;
        this.lists = new StoreLists(client, settings.site(), settings.productStoresPath());
        this.stores = new Stores(database);
        this.watched = new WatchedProducts(database);
        this.readings = readings;
        this.clock = clock;
        this.progress = progress;
        this.count = count;
    }

    /** Reads them all. A failing answer is counted, and says nothing. */
    void read() throws SiteClosedException, InterruptedException {
        List<WatchedProduct> products = watched.all();
        progress.pages(products.size());
        for (WatchedProduct product : products) {
            int before = count.failed;
            if (product.magentoId().isPresent()) {
                readOnline(product.sku(), product.magentoId().get());
                readStores(product, product.magentoId().get());
            } else {
                failed("The stock of " + product.sku() + " cannot be asked for before its page was read in full");
            }
            progress.pageDone(count.failed > before);
        }
    }

    private void readOnline(String sku, long magentoId) throws SiteClosedException, InterruptedException {
        URI address = URI.create(site + "/fr/saq_inventory/product/internal/id/" + magentoId + "/");
        try {
            SiteResponse answer = client.ask(
                    address, SiteRequest.upTo(LARGEST_ANSWER).with(Map.of("X-Requested-With", "XMLHttpRequest")));
            if (!answer.ok()) {
                failed(address + " answers " + answer.status());
                return;
            }
            OptionalInt bottles = Quantity.of(JSON.readTree(answer.body()).path("stock"));
            if (bottles.isEmpty()) {
                failed(address + " does not say how many bottles there are");
                return;
            }
            readings.addOnline(List.of(new OnlineReading(
                    sku, bottles.getAsInt() > 0, bottles.getAsInt(), StockSource.INVENTORY, now(), Optional.empty())));
            count.read++;
        } catch (IOException | JacksonException e) {
            failed(address + " failed: " + e);
        }
    }

    private void readStores(WatchedProduct product, long magentoId) throws SiteClosedException, InterruptedException {
        Map<String, StoreReading> known = new LinkedHashMap<>();
        try {
            for (String id : product.stores()) {
                if (!known.containsKey(id) && !askAt(product, magentoId, id, known)) {
                    askEverywhere(product, magentoId, known);
                    break;
                }
            }
        } catch (StoreListException e) {
            failed(String.valueOf(e.getMessage()));
        }
        readings.addStores(known.values());
        count.stores += known.size();
    }

    /** Asks from the place of a store; false when that tells nothing and the whole list has to be read. */
    private boolean askAt(WatchedProduct product, long magentoId, String id, Map<String, StoreReading> known)
            throws StoreListException, SiteClosedException, InterruptedException {
        Optional<Place> place = stores.find(id).flatMap(Store::place);
        if (place.isEmpty()) {
            return false;
        }
        NearestStores nearest = lists.nearest(magentoId, place.get());
        if (!nearest.ordered()) {
            return false;
        }
        stores.note(nearest.stores());
        for (Store store : nearest.stores()) {
            note(product.sku(), store.id(), nearest.bottles(store.id()), known);
        }
        if (!nearest.names(id)) {
            note(product.sku(), id, OptionalInt.of(0), known);
        }
        return true;
    }

    private void askEverywhere(WatchedProduct product, long magentoId, Map<String, StoreReading> known)
            throws StoreListException, SiteClosedException, InterruptedException {
        StoreList list = lists.ofProduct(magentoId);
        stores.note(list.stores());
        Set<String> named = new HashSet<>();
        for (Store store : list.stores()) {
            named.add(store.id());
            Integer bottles = list.quantities().get(store.id());
            note(product.sku(), store.id(), bottles == null ? OptionalInt.empty() : OptionalInt.of(bottles), known);
        }
        List<String> missing = new ArrayList<>(product.stores());
        missing.removeAll(named);
        if (list.complete()) {
            missing.forEach(id -> note(product.sku(), id, OptionalInt.of(0), known));
        } else if (!missing.isEmpty()) {
            failed("The stores that have " + product.sku()
                    + " changed while they were listed; nothing is concluded for " + String.join(", ", missing));
        }
    }

    /** A store without a number that can be says nothing. */
    private void note(String sku, String id, OptionalInt bottles, Map<String, StoreReading> known) {
        if (bottles.isEmpty()) {
            failed("The list of stores that have " + sku + " does not say how many bottles are in " + id);
            return;
        }
        int quantity = bottles.getAsInt();
        known.putIfAbsent(id, new StoreReading(sku, id, quantity > 0, quantity, StockSource.STORE_LIST, now()));
    }

    private void failed(String reason) {
        LOG.warn("{}", reason);
        count.failed++;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
