package com.saqsommelier.bot.alert;

import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryView;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a product, as a message tells it.
 *
 * @param sku the product's code
 * @param kind what happened, as {@code restock}
 * @param storeId in which store; null where it happened online or to the product itself
 * @param before how it was, as text: of a price drop the price; null where that is not known
 * @param bottles how it is now, as text: how many there are, of a price drop the price; null where that is not known
 */
record Change(
        String sku,
        String kind,
        @Nullable String storeId,
        @Nullable String before,
        @Nullable String bottles) {

    private static final String PRICE_DROP = "price_drop";

    private static final String RESTOCK = "restock";
    private static final String DESTOCK = "destock";

    static Change of(DeliveryView delivery) {
        return new Change(delivery.sku(), delivery.kind(), delivery.storeId(), delivery.old(), delivery.current());
    }

    static Change of(CorrectionView.Told told) {
        return new Change(told.sku(), told.kind(), told.storeId(), told.old(), told.current());
    }

    boolean isRestock() {
        return kind.equals(RESTOCK);
    }

    boolean isDestock() {
        return kind.equals(DESTOCK);
    }

    boolean isPriceDrop() {
        return kind.equals(PRICE_DROP);
    }

    /** Where it happened: a store, online, in the price, or in the catalogue as a whole. */
    String place() {
        if (storeId != null) {
            return storeId;
        }
        if (isPriceDrop()) {
            return "price";
        }
        return isRestock() || isDestock() ? "online" : "catalogue";
    }

    /** How many there are now; -1 where only their presence is known. */
    int count() {
        return bottles == null || !bottles.matches("\\d{1,9}") ? -1 : Integer.parseInt(bottles);
    }
}
