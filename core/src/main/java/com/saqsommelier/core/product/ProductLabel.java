package com.saqsommelier.core.product;

import java.util.Locale;

/** A label that the site puts on a product in its lists. */
public enum ProductLabel {
    /** It cannot be bought yet: {@code Disponible bientôt}. */
    COMING_SOON,
    /** It is going to be sold by lot: {@code Bientôt en loterie}. */
    LOTTERY_SOON,
    /** It costs less for a while: {@code Rabais}. */
    REDUCED,
    /** It has just come: {@code Nouvel arrivage}. */
    NEW_ARRIVAL,
    /** It belongs to the selection of rare wines: {@code Produit Cellier}. */
    CELLIER;

    /** As the database and the API write it: {@code coming_soon}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The label of a code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ProductLabel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
