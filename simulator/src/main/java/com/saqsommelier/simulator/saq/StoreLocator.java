package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.http.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The list of all stores and the list of those that have a product, ten at a time, as told of the genuine site. */
final class StoreLocator {

    private static final Pattern PATH =
            Pattern.compile("/(?:fr|en)/store/locator/ajaxlist(?:/context/product/id/([1-9][0-9]{0,8}))?/?");
    private static final int PAGE = 10;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final LivingCatalogue catalogue;

    StoreLocator(LivingCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Place(double latitude, double longitude) {}

    private record Shelf(Store store, int bottles, double kilometres) {}

    /** The answer, absent when the locator has no such address. */
    Optional<Answer> answer(Exchange exchange) {
        Matcher address = PATH.matcher(exchange.path());
        if (!address.matches()) {
            return Optional.empty();
        }
        if (!exchange.header("X-Requested-With").orElse("").equals("XMLHttpRequest")) {
            return Optional.of(PlainPages.storeLocator());
        }
        Map<String, String> query = exchange.query();
        Optional<Place> from = place(query);
        String product = address.group(1);
        List<Shelf> shelves = product == null ? everywhere(from) : withProduct(Integer.parseInt(product), from);
        if (from.isPresent()) {
            shelves = shelves.stream()
                    .sorted(Comparator.comparingDouble(Shelf::kilometres))
                    .toList();
        }
        int loaded = Math.min(number(query.get("loaded")), shelves.size());
        int end = Math.min(loaded + PAGE, shelves.size());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "list",
                shelves.subList(loaded, end).stream()
                        .map(shelf -> entry(shelf, product != null, from.isPresent()))
                        .toList());
        body.put("total", shelves.size());
        body.put("is_last_page", end == shelves.size());
        return Optional.of(Answer.of(200, "application/json", MAPPER.writeValueAsBytes(body)));
    }

    private static List<Shelf> everywhere(Optional<Place> from) {
        return StoreList.ALL.stream()
                .map(store -> new Shelf(store, 0, distance(store, from)))
                .toList();
    }

    private List<Shelf> withProduct(int magentoId, Optional<Place> from) {
        World world = catalogue.now();
        return world.byMagentoId(magentoId)
                .map(product -> {
                    int[] bottles = world.bottles(product);
                    List<Shelf> shelves = new ArrayList<>();
                    for (int store = 0; store < bottles.length; store++) {
                        if (bottles[store] > 0) {
                            Store there = StoreList.ALL.get(store);
                            shelves.add(new Shelf(there, bottles[store], distance(there, from)));
                        }
                    }
                    return List.copyOf(shelves);
                })
                .orElse(List.of());
    }

    /** Some addresses are a list of lines and some a line of their own: both have been told. */
    private static Map<String, Object> entry(Shelf shelf, boolean ofProduct, boolean located) {
        Store store = shelf.store();
        int draw = Integer.parseInt(store.identifier()) / 2;
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("identifier", store.identifier());
        entry.put("name", store.name());
        if (draw % 4 == 0) {
            entry.put("address1", store.address());
        } else {
            entry.put("address", List.of(store.address()));
        }
        entry.put("city", store.city());
        entry.put("postcode", store.postcode());
        entry.put("telephone", store.telephone());
        entry.put("latitude", String.format(Locale.ROOT, "%.6f", store.latitude()));
        entry.put("longitude", String.format(Locale.ROOT, "%.6f", store.longitude()));
        entry.put("temporarily_closed", store.temporarilyClosed());
        entry.put("opening_hours", store.temporarilyClosed() ? List.of() : openingHours(draw));
        entry.put("special_hours", List.of());
        entry.put("additional_attributes", Map.of("type", Map.of("label", store.type())));
        if (ofProduct) {
            entry.put("qty", shelf.bottles());
        }
        if (located) {
            entry.put("distance", String.format(Locale.CANADA_FRENCH, "%.1f km", shelf.kilometres()));
        }
        return entry;
    }

    /** Nobody told what the entries look like; these follow what store locators of the shop software send. */
    private static List<Map<String, String>> openingHours(int draw) {
        List<Map<String, String>> hours = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            String closing = day == 0 ? "17:00" : day < 4 ? "18:00" : draw % 2 == 0 ? "21:00" : "22:00";
            hours.add(Map.of("dayofweek", Integer.toString(day), "start_time", "10:00", "end_time", closing));
        }
        return hours;
    }

    private static double distance(Store store, Optional<Place> from) {
        return from.map(place -> store.kilometresFrom(place.latitude(), place.longitude()))
                .orElse(0.0);
    }

    private static Optional<Place> place(Map<String, String> query) {
        try {
            return query.containsKey("latitude") && query.containsKey("longitude")
                    ? Optional.of(new Place(
                            Double.parseDouble(query.getOrDefault("latitude", "")),
                            Double.parseDouble(query.getOrDefault("longitude", ""))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The shop software reads a number where there is one, and 0 elsewhere. */
    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
