package com.saqsommelier.scraper.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The few elements of a product page that say something, gathered in one walk: a genuine page has thousands, and each
 * selector would walk them all again.
 */
final class PageElements {

    private final Document page;
    private final List<Element> structuredData = new ArrayList<>();
    private final AttributeList attributes = new AttributeList();
    private Optional<Element> priceBox = Optional.empty();
    private Optional<Element> onlineAvailability = Optional.empty();

    private PageElements(Document page) {
        this.page = page;
    }

    static PageElements of(String html) {
        PageElements elements = new PageElements(Jsoup.parse(html));
        elements.walk(elements.page);
        return elements;
    }

    /** Whether the page declares itself to be English. */
    boolean english() {
        Element root = page.firstElementChild();
        return root != null && root.attr("lang").startsWith("en");
    }

    /** The page's title, empty when it has none. */
    String title() {
        return page.title();
    }

    /** {@code script[type=application/ld+json]}, in the page's order. */
    List<Element> structuredData() {
        return structuredData;
    }

    /** {@code ul.list-attributs > li > strong[data-th]}. */
    AttributeList attributes() {
        return attributes;
    }

    /** The first {@code div.price-box[data-product-id]}, which is the product's own. */
    Optional<Element> priceBox() {
        return priceBox;
    }

    /** The first {@code span.product-online-availability}. */
    Optional<Element> onlineAvailability() {
        return onlineAvailability;
    }

    /** By index, for jsoup's iterators cost as much as the rest of the visit; jsoup nests 512 deep at most. */
    private void walk(Element parent) {
        for (int index = 0; index < parent.childNodeSize(); index++) {
            if (parent.childNode(index) instanceof Element element) {
                visit(element);
                walk(element);
            }
        }
    }

    private void visit(Element element) {
        switch (element.normalName()) {
            case "script" -> {
                if (element.attr("type").strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
                    structuredData.add(element);
                }
            }
            case "strong" -> {
                if (element.hasAttr("data-th") && isInAttributeList(element)) {
                    attributes.add(element.attr("data-th"), element.text());
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
}
