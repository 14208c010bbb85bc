package com.saqsommelier.bot.store;

import com.saqsommelier.api.StoreView;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store in one line: number and street, city, kind, distance. Several stores of a city bear the same name, so that the
 * name alone tells nobody which one is meant.
 */
final class StoreLine {

    /** The kind of an ordinary store, which tells nothing. */
    private static final String ORDINARY = "SAQ";

    private StoreLine() {}

    /** The label of a button: the street first, because a phone cuts the end off. */
    static String label(StoreView store, Messages messages) {
        String place = hasAddress(store) ? joined(", ", store.address(), store.city()) : StoreAnswers.shown(store);
        return joined(" · ", place, kind(store), shut(store, messages), distance(store, messages));
    }

    /** A heading, and under it the stores with all that is known of each. */
    static Html list(Html heading, List<StoreView> stores, Messages messages) {
        return heading.plus("\n")
                .plus(Html.escaped(stores.stream()
                        .map(store -> "\n• " + joined(" · ", name(store), label(store, messages)))
                        .collect(Collectors.joining())));
    }

    /** The name, where the label lacks it. */
    private static String name(StoreView store) {
        return hasAddress(store) ? store.name() : "";
    }

    private static boolean hasAddress(StoreView store) {
        return store.address() != null && !store.address().isBlank();
    }

    private static String kind(StoreView store) {
        String kind = Objects.requireNonNullElse(store.kind(), "");
        return kind.equalsIgnoreCase(ORDINARY) ? "" : kind;
    }

    private static String distance(StoreView store, Messages messages) {
        return Optional.ofNullable(store.distanceKm())
                .map(far -> Numbers.kilometres(far, messages.language()))
                .orElse("");
    }

    private static String shut(StoreView store, Messages messages) {
        return store.temporarilyClosed() ? messages.plain(Phrase.STORE_SHUT) : "";
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
    }
}
