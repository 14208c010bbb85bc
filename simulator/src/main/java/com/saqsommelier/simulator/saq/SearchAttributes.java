package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.saq.Dice.Purpose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of a product in Live Search. A value is a string or a list of strings, as told of the genuine service;
 * of a single one it is now this, now that.
 */
final class SearchAttributes {

    private static final Pattern VINTAGE = Pattern.compile("\\b((?:19|20)\\d\\d)$");
    private static final Pattern DECIMAL = Pattern.compile("(\\d+(?:\\.\\d+)?).*");
    private static final Dice DICE = new Dice(401);

    // The taste tags of red and white wines, as printed on the shelves.
    private static final List<String> RED_TASTES =
            List.of("Fruité et léger", "Fruité et généreux", "Aromatique et souple", "Aromatique et charnu");
    private static final List<String> WHITE_TASTES =
            List.of("Délicat et léger", "Fruité et vif", "Aromatique et rond", "Fruité et doux");
    private static final List<String> BODIES = List.of("Léger", "Mi-corsé", "Corsé");
    private static final List<String> ACIDITIES = List.of("Discrète", "Présente", "Vive");
    private static final List<String> AROMAS =
            List.of("Cerise", "Cassis", "Poivre", "Vanille", "Agrumes", "Pomme", "Fleurs blanches", "Sous-bois");

    private final SaqProduct product;
    private final int key;
    private final List<Map<String, Object>> attributes = new ArrayList<>();

    private SearchAttributes(SaqProduct product) {
        this.product = product;
        key = Evolution.key(product.sku());
    }

    /** The attributes, each with name, label and value. */
    static List<Map<String, Object>> of(SaqProduct product, int[] storeBottles) {
        SearchAttributes all = new SearchAttributes(product);
        all.availability(storeBottles);
        all.facts();
        all.taste();
        return all.attributes;
    }

    private void availability(int[] storeBottles) {
        List<String> stores = new ArrayList<>();
        for (int store = 0; store < storeBottles.length; store++) {
            if (storeBottles[store] > 0) {
                stores.add(StoreList.ALL.get(store).identifier());
            }
        }
        List<String> where = new ArrayList<>();
        if (product.stock().isOnline()) {
            where.add("En ligne");
        }
        if (product.stock().inStores()) {
            where.add("En succursale");
        }
        several("availability_front", "Disponibilité", where);
        several("store_availability_list", "Disponible dans ces succursales", stores);
    }

    private void facts() {
        product.attribute(Attribute.COUNTRY).ifPresent(country -> one("pays_origine", "Pays d'origine", country.fr()));
        product.attribute(Attribute.GRAPES)
                .ifPresent(grapes ->
                        several("cepage", "Cépage", List.of(grapes.fr().split(", ", -1))));
        product.attribute(Attribute.ALCOHOL)
                .flatMap(alcohol -> sixDecimals(alcohol.en()))
                .ifPresent(alcohol -> one("pourcentage_alcool_par_volume", "Degré d'alcool", alcohol));
        Matcher vintage = VINTAGE.matcher(product.name().fr());
        if (vintage.find()) {
            one("millesime_produit", "Millésime", vintage.group(1));
        }
    }

    private void taste() {
        String colour = product.attribute(Attribute.COLOUR).map(Bilingual::fr).orElse("");
        List<String> tastes = switch (colour) {
            case "Rouge" -> RED_TASTES;
            case "Blanc" -> WHITE_TASTES;
            default -> List.of();
        };
        boolean described = product.attribute(Attribute.GRAPES).isPresent() && drawn(10, 0) < 6;
        if (tastes.isEmpty() || !described) {
            return;
        }
        one("pastille_gout", "Pastille de goût", tastes.get(drawn(tastes.size(), 1)));
        one("portrait_corps", "Corps", BODIES.get(drawn(BODIES.size(), 2)));
        one("portrait_acidite", "Acidité", ACIDITIES.get(drawn(ACIDITIES.size(), 3)));
        int first = drawn(AROMAS.size() - 2, 4);
        several("portrait_arome", "Arômes", AROMAS.subList(first, first + 1 + drawn(3, 5)));
    }

    private static Optional<String> sixDecimals(String amount) {
        Matcher number = DECIMAL.matcher(amount);
        return number.matches()
                ? Optional.of(new BigDecimal(number.group(1))
                        .setScale(6, RoundingMode.HALF_UP)
                        .toPlainString())
                : Optional.empty();
    }

    private int drawn(int bound, int what) {
        return DICE.below(bound, Purpose.PROFILE, key, what);
    }

    private void several(String name, String label, List<String> values) {
        boolean plain = key % 2 == 0;
        if (values.size() == 1 && plain) {
            one(name, label, values.getFirst());
        } else if (!values.isEmpty() || plain) {
            put(name, label, List.copyOf(values));
        }
    }

    private void one(String name, String label, String value) {
        put(name, label, value);
    }

    private void put(String name, String label, Object value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("name", name);
        attribute.put("label", label);
        attribute.put("value", value);
        attribute.put("roles", List.of("Show on PLP", "Show in Search"));
        attributes.add(attribute);
    }
}
