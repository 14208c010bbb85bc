package com.saqsommelier.recommend.eval.wish;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Records for tests. */
final class Bottles {

    /** A Chablis of 28.50 $, 12.5 %, 2 g/L, organic. */
    static final BottleRecord CHABLIS = new BottleRecord(
            "10001",
            List.of("Domaine Exemple Chablis 1er cru 2019"),
            List.of("Produits", "Products", "Vin", "Wine", "Vin blanc", "White wine"),
            List.of("Blanc", "White"),
            List.of("France"),
            List.of("Bourgogne, Chablis", "Chablis Premier cru"),
            List.of("1er cru"),
            List.of("Chardonnay 100 %"),
            List.of("Produit bio", "Organic product"),
            OptionalDouble.of(750),
            OptionalDouble.of(2),
            OptionalDouble.of(12.5),
            OptionalDouble.of(28.5),
            OptionalDouble.of(88),
            OptionalInt.of(2019));

    /** A sparkling rosé whose record states neither sugar nor alcohol nor grapes. */
    static final BottleRecord BUBBLES = new BottleRecord(
            "10002",
            List.of("Bulles Exemple"),
            List.of("Produits", "Products", "Vin", "Wine", "Vin mousseux", "Sparkling wine"),
            List.of("Rosé", "Pink"),
            List.of("Italie", "Italy"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            OptionalDouble.of(1500),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(40),
            OptionalDouble.empty(),
            OptionalInt.empty());

    /** A gin. */
    static final BottleRecord GIN = new BottleRecord(
            "10003",
            List.of("Gin Exemple"),
            List.of("Produits", "Products", "Spiritueux", "Spirit", "Gin"),
            List.of(),
            List.of("Canada"),
            List.of("Québec", "Quebec"),
            List.of(),
            List.of(),
            List.of(),
            OptionalDouble.of(750),
            OptionalDouble.empty(),
            OptionalDouble.of(40),
            OptionalDouble.of(39),
            OptionalDouble.empty(),
            OptionalInt.empty());

    private Bottles() {}
}
