package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductReading;
import java.util.Set;

/**
 * Which product a page is about.
 *
 * @param sku 2 to 8 digits
 * @param name 1 to 1,000 characters
 */
record Identity(String sku, String name) {

    /** Ten times what the longest of 6,106 genuine names has, 98 characters. */
    private static final int LONGEST_NAME = 1_000;

    /** @throws UnreadablePageException when it is about none, about two, or what it says of it cannot be */
    static Identity of(Statements stated) throws UnreadablePageException {
        return new Identity(sku(stated), name(stated.data()));
    }

    private static String sku(Statements stated) throws UnreadablePageException {
        Set<String> skus = stated.data().skus();
        if (skus.size() > 1) {
            throw new UnreadablePageException(
                    PageField.SKU,
                    "two products with one page: its structured data speaks of "
                            + UnreadablePageException.shown(String.join(", ", skus)));
        }
        String sku = skus.stream()
                .findFirst()
                .or(() -> stated.list().value(Attribute.SKU))
                .orElse("");
        if (!ProductReading.isSku(sku)) {
            throw new UnreadablePageException(
                    PageField.SKU,
                    "the page's SKU is '" + UnreadablePageException.shown(sku) + "', which is not 2 to 8 digits");
        }
        return sku;
    }

    private static String name(JsonLd data) throws UnreadablePageException {
        String name = data.text("name")
                .orElseThrow(() -> new UnreadablePageException(PageField.NAME, "the product has no name"));
        if (name.length() > LONGEST_NAME) {
            throw new UnreadablePageException(
                    PageField.NAME,
                    "the product's name has " + name.length() + " characters, more than " + LONGEST_NAME
                            + "; it is another text or the page is damaged: '" + UnreadablePageException.shown(name)
                            + "'");
        }
        if (Mojibake.isIn(name)) {
            throw new UnreadablePageException(
                    PageField.NAME,
                    "the name '" + UnreadablePageException.shown(name)
                            + "' was once decoded wrongly, its accents are lost");
        }
        return name;
    }
}
