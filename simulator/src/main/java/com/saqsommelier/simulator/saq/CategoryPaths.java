package com.saqsommelier.simulator.saq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The category paths of categories.csv, each below {@code Produits}. */
final class CategoryPaths {

    private static final Category ROOT = Category.named("Produits", "Products");

    private final Map<String, List<Category>> paths = new HashMap<>();

    CategoryPaths() {
        Vocabulary.bilingual("categories.csv", "category").forEach((key, names) -> paths.put(key, path(names)));
    }

    /**
     * The path of a key.
     *
     * @throws IllegalArgumentException when categories.csv has no such key
     */
    List<Category> of(String key) {
        List<Category> path = paths.get(key);
        if (path == null) {
            throw new IllegalArgumentException("categories.csv has no \"" + key + "\"");
        }
        return path;
    }

    private static List<Category> path(Bilingual names) {
        String[] fr = names.fr().split(">", -1);
        String[] en = names.en().split(">", -1);
        List<Category> path = new ArrayList<>(List.of(ROOT));
        for (int step = 0; step < fr.length; step++) {
            path.add(Category.named(fr[step], en[step]));
        }
        return List.copyOf(path);
    }
}
