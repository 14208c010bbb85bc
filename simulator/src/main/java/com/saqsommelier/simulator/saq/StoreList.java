package com.saqsommelier.simulator.saq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;

/** The 401 stores, as many as the site is told to have; the same in every world. */
final class StoreList {

    /** All of them, by identifier. */
    static final List<Store> ALL = all();

    private static final Map<String, Integer> PLACES = places();
    private static final int FIRST_IDENTIFIER = 23_001;

    private StoreList() {}

    /** The place of a store in the list; absent for an identifier that none has. */
    static OptionalInt place(String identifier) {
        Integer place = PLACES.get(identifier);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        ALL.forEach(store -> places.put(store.identifier(), places.size()));
        return Map.copyOf(places);
    }

    private static List<Store> all() {
        RandomGenerator random = new SplittableRandom(23);
        List<String> streets = Vocabulary.read("streets.csv", line -> line.get("street"));
        List<Store> stores = new ArrayList<>();
        Vocabulary.forEach("towns.csv", town -> {
            int ofTown = Integer.parseInt(town.get("stores"));
            for (int number = 0; number < ofTown; number++) {
                stores.add(store(stores.size(), ofTown, town, streets.get(random.nextInt(streets.size())), random));
            }
        });
        return List.copyOf(stores);
    }

    private static Store store(int place, int ofTown, CSVRecord town, String street, RandomGenerator random) {
        String type = switch (random.nextInt(10)) {
            case 0, 1, 2 -> "SAQ Sélection";
            case 3 -> "SAQ Express";
            case 4 -> "SAQ Dépôt";
            default -> "SAQ";
        };
        double spread = 0.006 * Math.sqrt(ofTown);
        return new Store(
                Integer.toString(FIRST_IDENTIFIER + 2 * place),
                ofTown == 1 ? town.get("town") : town.get("town") + " - " + street,
                type,
                20 + random.nextInt(8_900) + ", " + street,
                town.get("town"),
                postcode(town.get("postcode"), random),
                String.format(Locale.ROOT, "%s-555-%04d", town.get("area"), 100 + random.nextInt(100)),
                Double.parseDouble(town.get("latitude")) + spread * random.nextDouble(-1, 1),
                Double.parseDouble(town.get("longitude")) + spread * random.nextDouble(-1.4, 1.4),
                random.nextInt(60) == 0);
    }

    private static String postcode(String start, RandomGenerator random) {
        String letters = "ABCEGHJKLMNPRSTVWXYZ";
        return start + letters.charAt(random.nextInt(letters.length())) + " " + random.nextInt(1, 10)
                + letters.charAt(random.nextInt(letters.length())) + random.nextInt(1, 10);
    }
}
