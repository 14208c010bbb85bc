package com.saqsommelier.scraper.livesearch;

import com.saqsommelier.core.product.ProductLabel;
import com.saqsommelier.scraper.label.LabelWords;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The attribute {@code availability_front} of a record: where the product can be bought, and further labels of the site,
 * as {@code En ligne}, {@code Non disponible en succursale} or {@code Rabais}. Blank ones are none.
 */
final class AvailabilityFront {

    private static final Pattern IN_STORE = LabelWords.words("succursales?|magasins?|stores?");
    private static final Pattern ONLINE = LabelWords.words("en ligne|online");

    /** Labels that say nothing of stock. */
    private static final Set<ProductLabel> BESIDES_STOCK =
            EnumSet.of(ProductLabel.REDUCED, ProductLabel.NEW_ARRIVAL, ProductLabel.CELLIER);

    private final List<String> texts;

    private AvailabilityFront(List<String> texts) {
        this.texts = texts;
    }

    static AvailabilityFront of(LiveRecord live) {
        return new AvailabilityFront(live.values("availability_front").stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    /** Whether it says something of stock and does not say that a store has the product. */
    boolean deniesStores() {
        return texts.stream().anyMatch(AvailabilityFront::isOfStock)
                && texts.stream().noneMatch(text -> offers(text, IN_STORE));
    }

    /** Whether it says that the product is nowhere or not there yet, and does not say that it is online. */
    boolean deniesOnline() {
        return texts.stream().anyMatch(text -> !finds(IN_STORE, text) && isNotThere(text))
                && texts.stream().noneMatch(text -> offers(text, ONLINE));
    }

    /** The labels that are known. */
    Set<ProductLabel> labels() {
        EnumSet<ProductLabel> labels = EnumSet.noneOf(ProductLabel.class);
        texts.forEach(text -> LabelWords.read(text).ifPresent(labels::add));
        return labels;
    }

    /** The texts that are neither a place, nor a label that is known, nor say that the product is gone. */
    List<String> unknown() {
        return texts.stream()
                .filter(text -> !finds(IN_STORE, text)
                        && !finds(ONLINE, text)
                        && !LabelWords.deniesStock(text)
                        && LabelWords.read(text).isEmpty())
                .toList();
    }

    private static boolean isOfStock(String text) {
        return LabelWords.read(text).filter(BESIDES_STOCK::contains).isEmpty();
    }

    private static boolean isNotThere(String text) {
        return LabelWords.deniesStock(text) || LabelWords.isNotYet(text);
    }

    private static boolean offers(String text, Pattern place) {
        return finds(place, text) && !isNotThere(text);
    }

    private static boolean finds(Pattern words, String text) {
        return words.matcher(text).find();
    }
}
