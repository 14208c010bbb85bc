package com.saqsommelier.scraper.livesearch;

import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Reads every record that Live Search has. A query reaches 10,000 products at most, so that larger results are divided by
 * category, then by country, then by price. A product that several parts hold is handed on once.
 */
public final class LiveSearch {

    /** The most products that a query reaches, over all its pages. */
    private static final int REACHABLE = 10_000;

    /** Dearer than any bottle. */
    private static final double DEAREST = 1_000_000;

    /** For a service that does not tell its highest price. */
    private static final double DEAREST_USUALLY = 50_000;

    /** Bands of prices that are looked at together before they are one by one: high prices lie far apart. */
    private static final int BLOCK = 8;

    private final ProductSearch search;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Integer> repeated = new HashMap<>();

    /** Access with a client that has not been used for another host. */
    public LiveSearch(SiteClient client, LiveSearchSettings settings) {
        search = new ProductSearch(client, settings);
    }

    /**
     * How complete the reading was.
     *
     * @param announced how many products the service says it has
     * @param read how many different ones it handed out
     * @param repeated how often one of them stood on a further page of one result, which the service counts each time
     */
    public record Count(int announced, int read, int repeated) {

        /** Whether nothing was missed. */
        public boolean complete() {
            return read + repeated >= announced;
        }
    }

    /**
     * Reads all records; to be called once.
     *
     * @param announced is told beforehand how many records there are
     */
    public Count read(Consumer<LiveRecord> records, IntConsumer announced)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        JsonNode whole = search.count(List.of());
        announced.accept(whole.path("total_count").asInt());
        divide(List.of(), whole, "", records);
        return new Count(whole.path("total_count").asInt(), seen.size(), repeated());
    }

    /** Is handed one record after the other. */
    @FunctionalInterface
    public interface PricedRecords {
        /**
         * Takes a record.
         *
         * @param priceBand a number that stays the same while the price does, to about a percent; -1 without a price
         */
        void accept(LiveRecord live, int priceBand);
    }

    /**
     * Reads all records by their prices, which costs some hundred requests more than {@link #read} and tells price
     * changes; to be called once.
     */
    public Count readByPrice(PricedRecords records)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        JsonNode whole = search.count(List.of());
        int dearest = PriceBands.of(dearest(whole));
        for (int block = 0; block <= dearest; block += BLOCK) {
            List<Map<String, Object>> bands = List.of(PriceBands.filter(block, block + BLOCK));
            if (search.count(bands).path("total_count").asInt() == 0) {
                continue;
            }
            for (int band = block; band < block + BLOCK; band++) {
                int found = band;
                readPages(List.of(PriceBands.filter(band, band + 1)), live -> records.accept(live, found));
            }
        }
        if (seen.size() < whole.path("total_count").asInt()) {
            // Some products have no price.
            divide(List.of(), whole, "", live -> records.accept(live, -1));
        }
        return new Count(whole.path("total_count").asInt(), seen.size(), repeated());
    }

    /** Parts overlap: of a record in several of them the part that repeats it most counts. */
    private int repeated() {
        return repeated.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double dearest(JsonNode counted) {
        double most = 0;
        for (JsonNode facet : counted.path("facets")) {
            for (JsonNode bucket : facet.path("buckets")) {
                most = Math.max(most, bucket.path("max").asDouble(0));
            }
        }
        return most > 0 ? most : DEAREST_USUALLY;
    }

    private void divide(
            List<Map<String, Object>> filter, JsonNode counted, String category, Consumer<LiveRecord> records)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        int total = counted.path("total_count").asInt();
        if (total <= REACHABLE) {
            readPages(filter, records);
            return;
        }
        List<String> categories = below(category, ids(counted, "categories"));
        boolean byCategory = filter.size() <= 1 && !categories.isEmpty();
        int before = seen.size();
        if (byCategory) {
            for (String child : categories) {
                List<Map<String, Object>> one = List.of(equal("categories", child));
                divide(one, search.count(one), child, records);
            }
        } else {
            byCountry(filter, counted, records);
        }
        if (seen.size() - before < total) {
            // Some products are in no category or have no country.
            byPrice(filter, 0, DEAREST, records);
        }
    }

    private void byCountry(List<Map<String, Object>> filter, JsonNode counted, Consumer<LiveRecord> records)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        for (String country : ids(counted, "pays_origine")) {
            List<Map<String, Object>> one = and(filter, equal("pays_origine", country));
            if (search.count(one).path("total_count").asInt() <= REACHABLE) {
                readPages(one, records);
            } else {
                byPrice(one, 0, DEAREST, records);
            }
        }
    }

    /** Halves a range of prices, in proportion rather than in dollars, until its products can be reached. */
    private void byPrice(List<Map<String, Object>> filter, double from, double to, Consumer<LiveRecord> records)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        List<Map<String, Object>> band =
                and(filter, Map.of("attribute", "price", "range", Map.of("from", from, "to", to)));
        int total = search.count(band).path("total_count").asInt();
        if (total == 0) {
            return;
        }
        double middle = Math.round(100 * Math.sqrt(Math.max(1, from) * to)) / 100.0;
        if (total <= REACHABLE || middle <= from || middle >= to) {
            readPages(band, records);
            return;
        }
        byPrice(filter, from, middle, records);
        byPrice(filter, middle, to, records);
    }

    private void readPages(List<Map<String, Object>> filter, Consumer<LiveRecord> records)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        Map<String, Integer> here = new HashMap<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonNode found = search.page(filter, page);
            pages = Math.min(
                    found.path("page_info").path("total_pages").asInt(0), REACHABLE / ProductSearch.LARGEST_PAGE);
            for (JsonNode item : found.path("items")) {
                JsonNode product = item.path("productView");
                String sku = product.path("sku").asString("");
                int further = here.merge(sku, 1, Integer::sum) - 1;
                if (further > 0) {
                    repeated.merge(sku, further, Math::max);
                }
                if (!sku.isEmpty() && seen.add(sku)) {
                    records.accept(record(sku, product));
                }
            }
        }
    }

    private static LiveRecord record(String sku, JsonNode product) {
        Map<String, List<String>> attributes = new HashMap<>();
        for (JsonNode attribute : product.path("attributes")) {
            attributes.put(attribute.path("name").asString(""), values(attribute.path("value")));
        }
        return new LiveRecord(
                sku,
                product.path("name").asString(""),
                product.path("inStock").asBoolean(false),
                Map.copyOf(attributes));
    }

    /** A value is a text or a list of texts. */
    private static List<String> values(JsonNode value) {
        if (!value.isArray()) {
            return value.isNull() || value.isMissingNode() ? List.of() : List.of(value.asString(""));
        }
        List<String> values = new ArrayList<>();
        value.forEach(one -> values.add(one.asString("")));
        return List.copyOf(values);
    }

    private static List<String> ids(JsonNode counted, String attribute) {
        List<String> ids = new ArrayList<>();
        for (JsonNode facet : counted.path("facets")) {
            if (facet.path("attribute").asString("").equals(attribute)) {
                facet.path("buckets")
                        .forEach(bucket -> ids.add(bucket.path("id").asString("")));
            }
        }
        ids.removeIf(String::isEmpty);
        return ids;
    }

    /** The categories right below one: {@code vin/vin-rouge} below {@code vin}, not {@code vin/vin-rouge/bio}. */
    private static List<String> below(String category, List<String> all) {
        List<String> inside = all.stream()
                .filter(one -> category.isEmpty() || one.startsWith(category + "/"))
                .toList();
        return inside.stream()
                .filter(one -> inside.stream().noneMatch(other -> one.startsWith(other + "/")))
                .toList();
    }

    private static Map<String, Object> equal(String attribute, String value) {
        return Map.of("attribute", attribute, "eq", value);
    }

    private static List<Map<String, Object>> and(List<Map<String, Object>> filter, Map<String, Object> clause) {
        List<Map<String, Object>> both = new ArrayList<>(filter);
        both.add(clause);
        return List.copyOf(both);
    }
}
