package com.saqsommelier.scraper.livesearch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Live Search knows of a product. Prices and descriptions come back empty.
 *
 * @param sku as the service writes it
 * @param name in French
 * @param inStock whether it can be ordered online, by the flag alone; see {@link #online()}
 * @param attributes by their names, as {@code pays_origine}; a single value is a list of one
 */
public record LiveRecord(String sku, String name, boolean inStock, Map<String, List<String>> attributes) {

    /** Where it can be bought changes every day and says nothing of the page. */
    private static final Set<String> OF_STOCK = Set.of("store_availability_list", "availability_front");

    /** The values of an attribute; none where the record lacks it. */
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /**
     * The stores that have it; null where the record contradicts itself, naming stores while it says that the product is
     * neither online nor in a store.
     */
    public @Nullable List<String> stores() {
        List<String> stores = values("store_availability_list");
        boolean nowhere = !online() && AvailabilityFront.of(this).deniesStores();
        return nowhere && !stores.isEmpty() ? null : stores;
    }

    /** Whether it can be ordered online: not where its labels say that it is nowhere, or not there yet. */
    public boolean online() {
        return inStock && !AvailabilityFront.of(this).deniesOnline();
    }

    /** The first value of an attribute that is not empty; null where there is none. */
    public @Nullable String first(String attribute) {
        return values(attribute).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /**
     * A hash of all that does not depend on stock: the same as long as the record tells of the same product page.
     *
     * @param priceBand in which the product was found, see {@link LiveSearch#readByPrice}
     */
    public String hash(int priceBand) {
        Map<String, List<String>> lasting = new TreeMap<>(attributes);
        lasting.keySet().removeAll(OF_STOCK);
        byte[] content = (name + '\n' + priceBand + '\n' + lasting).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
