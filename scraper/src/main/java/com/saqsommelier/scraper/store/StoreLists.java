package com.saqsommelier.scraper.store;

import com.saqsommelier.core.store.Place;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.site.SiteRequest;
import com.saqsommelier.scraper.site.SiteResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks saq.com's store locator for its lists, ten stores at a time. */
public final class StoreLists {

    /** Where the directory of all stores is. */
    public static final String DIRECTORY = "/fr/store/locator/ajaxlist";

    /** Where the stores of a product are, unless a setting says otherwise. */
    public static final String OF_PRODUCT = "/fr/store/locator/ajaxlist/context/product/id/{magento_id}";

    private static final int PAGE = 10;
    private static final int LARGEST_ANSWER = 5_000_000;

    /** More than twice as many stores as there are; a list without an end is left. */
    private static final int MOST = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SiteClient client;
    private final URI site;
    private final String ofProduct;

    /**
     * The lists of a site.
     *
     * @param site without a trailing slash
     * @param ofProduct path of a product's list, with {@code {magento_id}} in it
     */
    public StoreLists(SiteClient client, URI site, String ofProduct) {
        this.client = client;
        this.site = site;
        this.ofProduct = ofProduct;
    }

    /** Reads the directory of all stores. */
    public StoreList directory() throws StoreListException, SiteClosedException, InterruptedException {
        return whole(DIRECTORY, "");
    }

    /** Reads all stores that have a product. */
    public StoreList ofProduct(long magentoId) throws StoreListException, SiteClosedException, InterruptedException {
        return whole(path(magentoId), "");
    }

    /** Reads the stores that have a product and are nearest to a place: ten, or fewer where there are no more. */
    public NearestStores nearest(long magentoId, Place place)
            throws StoreListException, SiteClosedException, InterruptedException {
        String coordinates =
                String.format(Locale.ROOT, "&latitude=%.6f&longitude=%.6f", place.latitude(), place.longitude());
        return new NearestStores(page(path(magentoId), 0, coordinates));
    }

    private String path(long magentoId) {
        return ofProduct.replace("{magento_id}", Long.toString(magentoId));
    }

    /** The announced total ends it where the list does not say where it ends; a page without stores does, too. */
    private StoreList whole(String path, String more)
            throws StoreListException, SiteClosedException, InterruptedException {
        List<StoreEntry> entries = new ArrayList<>();
        int loaded = 0;
        int unreadable = 0;
        OptionalInt first = OptionalInt.empty();
        boolean steady = true;
        while (true) {
            StorePage page = page(path, loaded, more);
            if (first.isEmpty()) {
                first = page.total();
            }
            steady &= page.total().equals(first);
            entries.addAll(page.entries());
            unreadable += page.size() - page.entries().size();
            loaded += PAGE;
            boolean ended = page.last() || page.size() == 0 || loaded >= Math.min(MOST, first.orElse(MOST));
            if (ended) {
                return StoreList.of(entries, unreadable, first, steady);
            }
        }
    }

    private StorePage page(String path, int loaded, String more)
            throws StoreListException, SiteClosedException, InterruptedException {
        URI address = URI.create(site + path + "?loaded=" + loaded + "&fastly_geolocate=1" + more);
        try {
            SiteResponse answer = client.ask(
                    address, SiteRequest.upTo(LARGEST_ANSWER).with(Map.of("X-Requested-With", "XMLHttpRequest")));
            if (!answer.ok()) {
                throw new StoreListException(address + " answers " + answer.status());
            }
            return read(address, JSON.readTree(answer.body()));
        } catch (JacksonException e) {
            throw otherShape(address, e);
        } catch (IOException e) {
            throw new StoreListException(address + " failed: " + e, e);
        }
    }

    private static StorePage read(URI address, JsonNode body) throws StoreListException {
        JsonNode list = body.path("list");
        if (!list.isArray()) {
            throw otherShape(address, null);
        }
        List<StoreEntry> entries = new ArrayList<>();
        list.forEach(entry -> StoreEntry.of(entry).ifPresent(entries::add));
        return new StorePage(
                entries,
                list.size(),
                Quantity.of(body.path("total")),
                body.path("is_last_page").asBoolean(false));
    }

    private static StoreListException otherShape(URI address, @Nullable Exception cause) {
        String message =
                address + " does not answer with a list of stores. saq.com may have moved it: see which address"
                        + " its pages ask, and set SOMMELIER_SAQ_PRODUCT_STORES_PATH.";
        return cause == null ? new StoreListException(message) : new StoreListException(message, cause);
    }

    /** The stores of entries. */
    static List<Store> stores(List<StoreEntry> entries) {
        return entries.stream().map(StoreEntry::store).toList();
    }

    /** What a list says of one store; empty when it does not name it. */
    static Optional<StoreEntry> find(List<StoreEntry> entries, String id) {
        return entries.stream().filter(entry -> entry.store().id().equals(id)).findFirst();
    }
}
