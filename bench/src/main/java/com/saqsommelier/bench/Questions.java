package com.saqsommelier.bench;

import com.saqsommelier.simulator.saq.Attribute;
import com.saqsommelier.simulator.saq.Bilingual;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What users ask: 200 distinct addresses of each kind, taken from the products there are. */
final class Questions {

    /** Of the catalogue and of the choice among its products. */
    static final int SEED = 7;

    private static final int DISTINCT = 200;
    private static final String PRODUCTS = "/api/v1/products";

    private final List<String> words = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<String> skus = new ArrayList<>();

    Questions(int products) {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(SEED, products);
        SplittableRandom chance = new SplittableRandom(SEED);
        while (words.size() < DISTINCT) {
            SaqProduct product = catalogue.product(chance.nextInt(products));
            String[] name = product.name().fr().split(" ", 4);
            String first = Stream.of(name).limit(1L + chance.nextInt(3)).reduce("", (a, b) -> (a + " " + b).strip());
            if (!words.contains(first)) {
                words.add(first);
            }
        }
        while (filters.size() < DISTINCT) {
            SaqProduct product = catalogue.product(chance.nextInt(products));
            String country =
                    product.attribute(Attribute.COUNTRY).map(Bilingual::fr).orElse("France");
            int cheapest = 5 + chance.nextInt(30);
            String filter = "country=" + encoded(country) + "&min_price=" + cheapest + "&max_price="
                    + (cheapest + 5 + chance.nextInt(40));
            if (!filters.contains(filter)) {
                filters.add(filter);
            }
        }
        while (skus.size() < DISTINCT) {
            String sku = catalogue.product(chance.nextInt(products)).sku();
            if (!skus.contains(sku)) {
                skus.add(sku);
            }
        }
    }

    /** The first one to three words of names. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** Searches by the first words of a name. */
    List<String> searches() {
        return words.stream().map(text -> PRODUCTS + "?q=" + encoded(text)).toList();
    }

    /** The same below a price that is above all prices. */
    List<String> pricedSearches() {
        return searches().stream().map(address -> address + "&max_price=99999").toList();
    }

    /** Lists of a country in a price range, whose end is the end of the address. */
    List<String> lists() {
        return filters.stream()
                .map(filter -> PRODUCTS + "?sort=price_asc&" + filter)
                .toList();
    }

    /** Facets of the same, with the same end. */
    List<String> facets() {
        return filters.stream().map(filter -> PRODUCTS + "/facets?" + filter).toList();
    }

    /** Single products. */
    List<String> details() {
        return skus.stream().map(sku -> PRODUCTS + "/" + sku).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
