package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The columns of the catalogue that can be searched and filtered, a row a product. What is shown of a product is not
 * here: it is computed for the rows of a page.
 */
final class SearchIndex {

    private final World world;
    private final String[] skus;
    private final String[] names;
    private final double[] prices;
    private final int[] categories;
    private final String[] countries;
    private final List<SequencedSet<String>> categoryPaths = new ArrayList<>();

    SearchIndex(World world) {
        this.world = world;
        int rows = world.size();
        skus = new String[rows];
        names = new String[rows];
        prices = new double[rows];
        categories = new int[rows];
        countries = new String[rows];
        Map<List<Category>, Integer> known = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            SaqProduct product = world.product(row);
            skus[row] = product.sku();
            names[row] = product.name().fr();
            prices[row] = product.price().map(BigDecimal::doubleValue).orElse(Double.NaN);
            countries[row] = product.attribute(Attribute.COUNTRY)
                    .map(Bilingual::fr)
                    .map(String::intern)
                    .orElse("");
            categories[row] = known.computeIfAbsent(product.categories(), path -> {
                categoryPaths.add(paths(path));
                return categoryPaths.size() - 1;
            });
        }
    }

    /** Whether it still holds in a later world. */
    boolean holdsIn(World later) {
        return world.listing() == later.listing();
    }

    IntStream rows() {
        return IntStream.range(0, skus.length);
    }

    String sku(int row) {
        return skus[row];
    }

    /** In CAD; NaN when none is stated. */
    double price(int row) {
        return prices[row];
    }

    /** Empty when none is stated. */
    String country(int row) {
        return countries[row];
    }

    /** All steps of the path: {@code produits, produits/vin, produits/vin/vin-rouge}. */
    SequencedSet<String> categories(int row) {
        return categoryPaths.get(categories[row]);
    }

    /** Products whose name has all words of the phrase, or whose SKU it is. */
    IntPredicate phrase(String phrase) {
        String[] words = phrase.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return row -> {
            String name = names[row].toLowerCase(Locale.ROOT);
            return skus[row].equals(phrase.strip()) || List.of(words).stream().allMatch(name::contains);
        };
    }

    /**
     * An order of the rows.
     *
     * @throws SearchException for an attribute that does not sort
     */
    Comparator<Integer> order(String attribute) {
        return switch (attribute) {
            case "price" -> Comparator.comparingDouble(row -> prices[row]);
            case "name" -> Comparator.comparing(row -> names[row]);
            case "position", "relevance" -> Comparator.naturalOrder();
            default -> throw new SearchException("Attribute " + attribute + " is not sortable");
        };
    }

    private static SequencedSet<String> paths(List<Category> path) {
        SequencedSet<String> paths = new LinkedHashSet<>();
        StringBuilder address = new StringBuilder();
        for (Category step : path) {
            address.append(address.isEmpty() ? "" : "/").append(step.slug().fr());
            paths.add(address.toString());
        }
        return paths;
    }
}
