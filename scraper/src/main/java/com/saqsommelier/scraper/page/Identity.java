package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductReading;
import java.util.Optional;
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

    /**
     * Reads which product it is. Pages show others beside it, so that of several SKUs the one counts which was asked for,
     * else the one that the attribute list states.
     *
     * @param asked the SKU in the page's address; empty where that is not known
     * @throws UnreadablePageException when it is about none, about two, or what it says of it cannot be
     */
    static Identity of(AttributeList list, JsonLd data, Optional<String> asked) throws UnreadablePageException {
        String sku = sku(list, data.skus(), asked);
        JsonLd own = blocksOf(sku, data);
        if (data.skus().isEmpty() && own.names().size() > 1) {
            throw new UnreadablePageException(
                    PageField.SKU,
                    "several products with one page, none with a SKU: "
                            + UnreadablePageException.shown(String.join(", ", own.names())));
        }
        return new Identity(sku, name(own));
    }

    /** The blocks of a product: those with its SKU, else those of a page on which none has one. */
    static JsonLd blocksOf(String sku, JsonLd data) {
        return data.ofProduct(data.skus().contains(sku) ? sku : "");
    }

    private static String sku(AttributeList list, Set<String> skus, Optional<String> asked)
            throws UnreadablePageException {
        Optional<String> listed = list.value(Attribute.SKU);
        Optional<String> known = asked.filter(skus::contains).or(() -> listed.filter(skus::contains));
        if (known.isEmpty() && skus.size() > 1) {
            throw new UnreadablePageException(
                    PageField.SKU,
                    "two products with one page: its structured data speaks of "
                            + UnreadablePageException.shown(String.join(", ", skus)));
        }
        String sku = known.or(() -> skus.stream().findFirst()).or(() -> listed).orElse("");
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
