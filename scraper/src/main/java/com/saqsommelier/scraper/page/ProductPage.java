package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductField;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a product page says.
 *
 * @param sku as the page states it, 2 to 8 digits
 * @param facts what it says of the product; what it does not say is null or empty
 * @param statedEmpty the fields whose label stands in the attribute list without a value (white space or a dash), and
 *     of which the structured data says nothing either. A page that is not whole is never read, so a label that is
 *     blank was printed blank. Also a price that is stated and is none, and a stock that is neither yes nor no
 * @param attributeList whether it has an attribute list with at least one label that is known; where it has none,
 *     nothing follows from a fact that is missing
 * @param unread the numbers that the page prints and that could not be read, or cannot be; they are unknown
 */
public record ProductPage(
        String sku,
        ProductFacts facts,
        Set<ProductField> statedEmpty,
        boolean attributeList,
        List<UnreadValue> unread) {

    private static final Pattern ADDRESS = Pattern.compile(".*/(\\d+)/?");

    /** Copies the collections. */
    public ProductPage {
        statedEmpty = Set.copyOf(statedEmpty);
        unread = List.copyOf(unread);
    }

    /** The SKU with which the address of a product page ends; empty for another address. */
    static Optional<String> skuIn(URI address) {
        Matcher path = ADDRESS.matcher(String.valueOf(address.getPath()));
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    /**
     * Makes sure that the page is that of its address.
     *
     * @param address ends with the SKU
     * @throws UnreadablePageException when it is the page of another product
     */
    void requireAddress(URI address) throws UnreadablePageException {
        if (!address.getPath().matches(".*/" + sku + "/?")) {
            throw new UnreadablePageException(PageField.SKU, "it is the page of product " + sku);
        }
    }
}
