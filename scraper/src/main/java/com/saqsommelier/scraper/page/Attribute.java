package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labels of the attribute list, as the French and the English pages print them. */
enum Attribute {
    COUNTRY("Pays", "Country", ProductField.COUNTRY),
    REGION("Région", "Region", ProductField.REGION),
    APPELLATION("Appellation d'origine", "Designation of origin", ProductField.APPELLATION),
    DESIGNATION("Désignation réglementée", "Regulated Designation", ProductField.DESIGNATION),
    CLASSIFICATION("Classification", "Classification", ProductField.CLASSIFICATION),
    GRAPES("Cépage", "Grape variety", ProductField.GRAPES),
    ALCOHOL("Degré d'alcool", "Degree of alcohol", ProductField.ALCOHOL),
    SUGAR("Taux de sucre", "Sugar content", ProductField.SUGAR),
    COLOR("Couleur", "Color", ProductField.COLOR),
    SIZE("Format", "Size", ProductField.SIZE),
    PRODUCER("Producteur", "Producer", ProductField.PRODUCER),
    AGENT("Agent promotionnel", "Promoting agent", ProductField.AGENT),
    SKU("Code SAQ", "SAQ code", null),
    UPC("Code CUP", "UPC code", ProductField.UPC),
    QUEBEC("Produit du Québec", "Product of Québec", ProductField.QUEBEC),
    FEATURES("Particularité", "Special feature", ProductField.FEATURES),
    VINTAGE("Millésime", "Vintage", ProductField.VINTAGE);

    private static final Map<String, Attribute> BY_LABEL = Stream.of(values())
            .flatMap(attribute -> Stream.of(attribute.french, attribute.english)
                    .distinct()
                    .map(label -> Map.entry(normal(label), attribute)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String french;
    private final String english;
    private final @Nullable ProductField field;

    Attribute(String french, String english, @Nullable ProductField field) {
        this.french = french;
        this.english = english;
        this.field = field;
    }

    /** The attribute of a label in either language; empty for one that this program does not know. */
    static Optional<Attribute> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(normal(label)));
    }

    /** The field that it fills; empty for the SKU, which every product has. */
    Optional<ProductField> field() {
        return Optional.ofNullable(field);
    }

    /** Case and the shape of the apostrophe have changed on the site before. */
    private static String normal(String label) {
        return label.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
