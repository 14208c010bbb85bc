package com.saqsommelier.bot.alert;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.language.Prices;
import com.saqsommelier.bot.telegram.Html;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a product, in the words of one message: of each place the last change, and whether what came back is gone
 * again.
 */
final class AlertText {

    private AlertText() {}

    /**
     * A paragraph about a product.
     *
     * @param changes of this product, oldest first, at least one
     * @param stores names by identifier
     */
    static Html of(ProductView product, List<Change> changes, Map<String, String> stores, Messages messages) {
        Map<String, List<Change>> byPlace = new LinkedHashMap<>();
        for (Change change : changes) {
            // Taken out first, so that what happened last stands last.
            List<Change> before = byPlace.remove(change.place());
            List<Change> all = before == null ? new ArrayList<>() : before;
            all.add(change);
            byPlace.put(change.place(), all);
        }
        Html text = new Html("<b>")
                .plus(ProductEntry.name(product, messages.language()))
                .plus(ProductEntry.vintage(product))
                .plus(new Html("</b>"))
                .plus(" · ")
                .plus(ProductEntry.price(product, messages));
        for (List<Change> place : byPlace.values()) {
            text = text.plus("\n")
                    .plus(
                            place.getLast().isPriceDrop()
                                    ? price(product, place, messages)
                                    : line(place, stores, messages));
        }
        return text;
    }

    private static Html line(List<Change> changes, Map<String, String> stores, Messages messages) {
        Change last = changes.getLast();
        boolean gone = last.isDestock() && changes.stream().anyMatch(Change::isRestock);
        if (last.storeId() == null) {
            return messages.say(gone ? Phrase.ALERT_GONE_AGAIN : phrase(last), Map.of("bottles", last.count()));
        }
        Phrase phrase = last.isDestock() ? Phrase.ALERT_STORE_DESTOCK : Phrase.ALERT_STORE_RESTOCK;
        return messages.say(
                gone ? Phrase.ALERT_STORE_GONE_AGAIN : phrase,
                Map.of("store", stores.getOrDefault(last.storeId(), last.storeId()), "bottles", last.count()));
    }

    /** From what the person knew to what it is now. */
    private static Html price(ProductView product, List<Change> drops, Messages messages) {
        return messages.say(
                Phrase.ALERT_PRICE_DROP,
                Map.of(
                        "old", price(drops.getFirst().before(), product, messages),
                        "new", price(drops.getLast().bottles(), product, messages)));
    }

    private static String price(@Nullable String dollars, ProductView product, Messages messages) {
        return dollars == null || !dollars.matches("\\d{1,7}(\\.\\d{1,2})?")
                ? messages.plain(Phrase.PRODUCT_PRICE_UNKNOWN)
                : Prices.format(new BigDecimal(dollars), product.currency(), messages.language());
    }

    private static Phrase phrase(Change change) {
        return switch (change.kind()) {
            case "restock" -> Phrase.ALERT_RESTOCK;
            case "destock" -> Phrase.ALERT_DESTOCK;
            case "relisted" -> Phrase.ALERT_RELISTED;
            case "delisted" -> Phrase.ALERT_DELISTED;
            default -> Phrase.ALERT_CHANGED;
        };
    }
}
