package com.saqsommelier.scraper.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The few elements of a product page that say something, gathered in one walk: a genuine page has thousands, and each
 * selector would walk them all again.
 */
final class PageElements {

    private final boolean english;
    private final List<Element> structuredData = new ArrayList<>();
    private final Map<Attribute, String> attributes = new EnumMap<>(Attribute.class);
    private Optional<Element> priceBox = Optional.empty();
    private Optional<Element> onlineAvailability = Optional.empty();

    private PageElements(Document page) {
        english = page.child(0).attr("lang").startsWith("en");
        page.stream().forEach(this::visit);
    }

    static PageElements of(Document page) {
        return new PageElements(page);
    }

    /** Whether the page declares itself to be English. */
    boolean english() {
        return english;
    }

    /** {@code script[type=application/ld+json]}, in the page's order. */
    List<Element> structuredData() {
        return structuredData;
    }

    /** {@code ul.list-attributs > li > strong[data-th]}: the values that are not blank, by their label. */
    Map<Attribute, String> attributes() {
        return attributes;
    }

    /** The first {@code div.price-box[data-product-id]}, which is the product's own. */
    Optional<Element> priceBox() {
        return priceBox;
    }

    /** The first {@code .product-online-availability}. */
    Optional<Element> onlineAvailability() {
        return onlineAvailability;
    }

    private void visit(Element element) {
        switch (element.normalName()) {
            case "script" -> {
                if (element.attr("type").equals("application/ld+json")) {
                    structuredData.add(element);
                }
            }
            case "strong" -> {
                if (element.hasAttr("data-th") && isInAttributeList(element)) {
                    addAttribute(element);
                }
            }
            case "div" -> {
                if (priceBox.isEmpty() && element.hasAttr("data-product-id") && element.hasClass("price-box")) {
                    priceBox = Optional.of(element);
                }
            }
            case "span" -> {
                if (onlineAvailability.isEmpty() && element.hasClass("product-online-availability")) {
                    onlineAvailability = Optional.of(element);
                }
            }
            default -> {}
        }
    }

    private static boolean isInAttributeList(Element strong) {
        Element item = strong.parent();
        Element list = item == null ? null : item.parent();
        return item != null && list != null && item.normalName().equals("li") && list.hasClass("list-attributs");
    }

    private void addAttribute(Element strong) {
        String text = strong.text().strip();
        if (!text.isEmpty()) {
            Attribute.labelled(strong.attr("data-th")).ifPresent(attribute -> attributes.putIfAbsent(attribute, text));
        }
    }
}
