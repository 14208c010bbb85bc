package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductField;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a page states of an attribute: in its list, else in its structured data. */
record Statements(AttributeList list, JsonLd data) {

    Optional<String> of(Attribute attribute) {
        return list.value(attribute).or(() -> structured(attribute));
    }

    /** The fields of the labels that are blank in the list and that the structured data does not fill. */
    Set<ProductField> empty() {
        Set<ProductField> empty = EnumSet.noneOf(ProductField.class);
        for (Attribute attribute : Attribute.values()) {
            if (list.isBlank(attribute) && structured(attribute).isEmpty()) {
                attribute.field().ifPresent(empty::add);
            }
        }
        return empty;
    }

    private Optional<String> structured(Attribute attribute) {
        return switch (attribute) {
            case COUNTRY -> data.text("countryOfOrigin");
            case PRODUCER -> data.text("manufacturer");
            case COLOR -> data.text("color");
            case SIZE -> data.text("size");
            default -> Optional.empty();
        };
    }
}
