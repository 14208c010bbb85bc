package com.saqsommelier.bot.alert;

import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a product, in the words of one message: of each place the last change only. */
final class AlertText {

    private AlertText() {}

    /**
     * A paragraph about a product.
     *
     * @param changes of this product, oldest first, at least one
     * @param stores names by identifier
     */
    static Html of(ProductView product, List<DeliveryView> changes, Map<String, String> stores, Messages messages) {
        Map<String, DeliveryView> last = new LinkedHashMap<>();
        for (DeliveryView change : changes) {
            String place = Optional.ofNullable(change.storeId()).orElse(listing(change) ? "catalogue" : "online");
            // Taken out first, so that what happened last stands last.
            last.remove(place);
            last.put(place, change);
        }
        Html text = new Html("<b>")
                .plus(ProductEntry.name(product, messages.language()))
                .plus(ProductEntry.vintage(product))
                .plus(new Html("</b>"))
                .plus(" · ")
                .plus(ProductEntry.price(product, messages));
        for (DeliveryView change : last.values()) {
            text = text.plus("\n").plus(line(change, stores, messages));
        }
        return text;
    }

    private static Html line(DeliveryView change, Map<String, String> stores, Messages messages) {
        if (change.storeId() == null) {
            return messages.say(phrase(change.kind()), Map.of("bottles", bottles(change)));
        }
        Phrase phrase = change.kind().equals("destock") ? Phrase.ALERT_STORE_DESTOCK : Phrase.ALERT_STORE_RESTOCK;
        return messages.say(
                phrase,
                Map.of("store", stores.getOrDefault(change.storeId(), change.storeId()), "bottles", bottles(change)));
    }

    private static Phrase phrase(String kind) {
        return switch (kind) {
            case "restock" -> Phrase.ALERT_RESTOCK;
            case "destock" -> Phrase.ALERT_DESTOCK;
            case "relisted" -> Phrase.ALERT_RELISTED;
            case "delisted" -> Phrase.ALERT_DELISTED;
            default -> Phrase.ALERT_CHANGED;
        };
    }

    private static boolean listing(DeliveryView change) {
        return !change.kind().equals("restock") && !change.kind().equals("destock");
    }

    /** How many there are now; -1 where only their presence is known. */
    private static int bottles(DeliveryView change) {
        String now = change.current();
        return now == null || !now.matches("\\d{1,9}") ? -1 : Integer.parseInt(now);
    }
}
