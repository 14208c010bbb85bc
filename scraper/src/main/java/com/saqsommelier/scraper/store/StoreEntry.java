package com.saqsommelier.scraper.store;

import com.saqsommelier.core.store.Place;
import com.saqsommelier.core.store.Store;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a list of stores. What cannot be read of it is absent; an entry without identifier or name is none.
 *
 * @param quantity bottles of the product that was asked for; empty where the list says nothing that can be
 * @param distance kilometres from the place that was asked for; empty where the list says none
 */
record StoreEntry(Store store, OptionalInt quantity, OptionalDouble distance) {

    /** Reads an entry; empty when it names no store. */
    static Optional<StoreEntry> of(JsonNode entry) {
        String id = text(entry.path("identifier"));
        String name = text(entry.path("name"));
        if (id == null || name == null || !id.matches("[A-Za-z0-9_-]{1,20}")) {
            return Optional.empty();
        }
        JsonNode hours = entry.path("opening_hours");
        Store store = new Store(
                id,
                name,
                text(entry.path("additional_attributes").path("type").path("label")),
                address(entry),
                text(entry.path("city")),
                text(entry.path("postcode")),
                text(entry.path("telephone")),
                place(entry),
                hours.isEmpty() ? null : hours.toString(),
                entry.path("temporarily_closed").asBoolean(false),
                null);
        return Optional.of(new StoreEntry(store, Quantity.of(entry.path("qty")), distance(entry.path("distance"))));
    }

    /** Both forms have been seen: a list of lines, and a line of its own. */
    private static @Nullable String address(JsonNode entry) {
        String first = text(entry.path("address").path(0));
        return first != null ? first : text(entry.path("address1"));
    }

    private static Optional<Place> place(JsonNode entry) {
        OptionalDouble latitude = number(entry.path("latitude"));
        OptionalDouble longitude = number(entry.path("longitude"));
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(latitude.getAsDouble(), longitude.getAsDouble()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@code "1,8 km"}. */
    private static OptionalDouble distance(JsonNode distance) {
        String text = text(distance);
        if (text == null) {
            return OptionalDouble.empty();
        }
        return parse(text.replaceFirst("\\s*km$", "")
                .replaceAll("[\\s\\u00A0\\u202F]", "")
                .replace(',', '.'));
    }

    private static OptionalDouble number(JsonNode value) {
        String text = text(value);
        return text == null ? OptionalDouble.empty() : parse(text);
    }

    private static OptionalDouble parse(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static @Nullable String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }
}
