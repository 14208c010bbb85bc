package com.saqsommelier.scraper.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels of the attribute list, as the French and the English pages print them. */
enum Attribute {
    COUNTRY("Pays", "Country"),
    REGION("Région", "Region"),
    APPELLATION("Appellation d'origine", "Designation of origin"),
    DESIGNATION("Désignation réglementée", "Regulated Designation"),
    CLASSIFICATION("Classification", "Classification"),
    GRAPES("Cépage", "Grape variety"),
    ALCOHOL("Degré d'alcool", "Degree of alcohol"),
    SUGAR("Taux de sucre", "Sugar content"),
    COLOR("Couleur", "Color"),
    SIZE("Format", "Size"),
    PRODUCER("Producteur", "Producer"),
    AGENT("Agent promotionnel", "Promoting agent"),
    SKU("Code SAQ", "SAQ code"),
    UPC("Code CUP", "UPC code"),
    QUEBEC("Produit du Québec", "Product of Québec"),
    FEATURES("Particularité", "Special feature"),
    VINTAGE("Millésime", "Vintage");

    private static final Map<String, Attribute> BY_LABEL = Stream.of(values())
            .flatMap(attribute -> Stream.of(attribute.french, attribute.english)
                    .distinct()
                    .map(label -> Map.entry(normal(label), attribute)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String french;
    private final String english;

    Attribute(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** The attribute of a label in either language; empty for one that this program does not know. */
    static Optional<Attribute> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(normal(label)));
    }

    /** Case and the shape of the apostrophe have changed on the site before. */
    private static String normal(String label) {
        return label.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
