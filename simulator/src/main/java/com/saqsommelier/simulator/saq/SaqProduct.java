package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a product page states.
 *
 * @param sku 2 to 8 digits, the last segment of the page's address
 * @param magentoId the shop software's own number, never the SKU; the inventory endpoint knows only this one
 * @param name the name; mostly the same in both languages
 * @param categories the path from {@code Produits}, 3 to 5 steps
 * @param attributes the attribute list; what the page does not state has no entry
 * @param gtin12 12 digits, as in JSON-LD
 * @param price in CAD
 * @param stock where it can be bought
 * @param reviews absent when nobody has rated it
 * @param description one to three sentences
 * @param lastModified what the sitemap and Last-Modified say; it may move although nothing else does
 */
public record SaqProduct(
        String sku,
        int magentoId,
        Bilingual name,
        List<Category> categories,
        Map<Attribute, Bilingual> attributes,
        Optional<String> gtin12,
        Optional<BigDecimal> price,
        Stock stock,
        Optional<Reviews> reviews,
        Bilingual description,
        Instant lastModified) {

    public SaqProduct {
        categories = List.copyOf(categories);
        attributes = Map.copyOf(attributes);
    }

    /** The value of an attribute, if the page states it. */
    public Optional<Bilingual> attribute(Attribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The last step of the path: {@code Vin rouge}. */
    public Category category() {
        return categories.getLast();
    }
}
