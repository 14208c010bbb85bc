package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.bot.language.Ages;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Html;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a person's stores have of a product, store by store, each with the age of the reading. */
final class MyShelves {

    private final ProductsApi products;
    private final InstantSource clock;

    MyShelves(ProductsApi products, InstantSource clock) {
        this.products = products;
        this.clock = clock;
    }

    /**
     * A line for each store that has it, or one that says that none has, or that nobody looked yet.
     *
     * @param stores the person's, at least one
     * @param heading above the lines of stores; empty for none
     */
    Html of(ProductView product, List<String> stores, Optional<Html> heading, Messages messages) {
        ProductStores read = products.stores(product.sku());
        Instant checkedAt = read.checkedAt();
        if (checkedAt == null) {
            return messages.say(Phrase.CARD_STORES_UNREAD);
        }
        List<Html> lines = read.stores().stream()
                .filter(shelf -> stores.contains(shelf.store().id()))
                .map(shelf -> line(shelf, checkedAt, messages))
                .toList();
        if (lines.isEmpty()) {
            return messages.say(Phrase.CARD_NOT_IN_STORES, Map.of("age", age(checkedAt, messages)));
        }
        Html all =
                lines.stream().reduce((one, next) -> one.plus("\n").plus(next)).orElseThrow();
        return heading.map(title -> title.plus("\n").plus(all)).orElse(all);
    }

    private Html line(ProductStores.Shelf shelf, Instant checkedAt, Messages messages) {
        return messages.say(
                Phrase.CARD_STORE,
                Map.of(
                        "store",
                        StoreAnswers.shown(shelf.store()),
                        "bottles",
                        shelf.quantity() == null ? -1 : shelf.quantity(),
                        "age",
                        age(Objects.requireNonNullElse(shelf.readAt(), checkedAt), messages)));
    }

    private String age(Instant then, Messages messages) {
        return Ages.ago(then, clock.instant(), messages.language());
    }
}
