package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductField;
import java.net.URI;
import java.util.Set;

/**
 * What a product page says.
 *
 * @param sku as the page states it, 2 to 8 digits
 * @param facts what it says of the product; what it does not say is null or empty
 * @param statedEmpty the fields whose label stands in the attribute list without a value (white space or a dash), and
 *     of which the structured data says nothing either. A page that is not whole is never read, so a label that is
 *     blank was printed blank
 * @param attributeList whether it has an attribute list with at least one label that is known; where it has none,
 *     nothing follows from a fact that is missing
 */
public record ProductPage(String sku, ProductFacts facts, Set<ProductField> statedEmpty, boolean attributeList) {

    /** Copies the set. */
    public ProductPage {
        statedEmpty = Set.copyOf(statedEmpty);
    }

    /**
     * Makes sure that the page is that of its address.
     *
     * @param address ends with the SKU
     * @throws UnreadablePageException when it is the page of another product
     */
    public void requireAddress(URI address) throws UnreadablePageException {
        if (!address.getPath().matches(".*/" + sku + "/?")) {
            throw new UnreadablePageException(PageField.SKU, "it is the page of product " + sku);
        }
    }
}
