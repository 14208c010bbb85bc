package com.saqsommelier.scraper.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON-LD of a page. A product page holds two Product blocks that each know what the other lacks; they are read as
 * one, the first block that has a field wins.
 *
 * @see <a href="https://schema.org/Product">schema.org Product</a>
 */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> products;
    private final Optional<JsonNode> breadcrumbs;

    private JsonLd(List<JsonNode> products, Optional<JsonNode> breadcrumbs) {
        this.products = products;
        this.breadcrumbs = breadcrumbs;
    }

    /**
     * Reads all blocks of a page, given its script elements.
     *
     * @throws UnreadablePageException when a block is not JSON, or when none is a product
     */
    static JsonLd of(List<Element> scripts) throws UnreadablePageException {
        List<JsonNode> nodes = new ArrayList<>();
        for (Element script : scripts) {
            try {
                collect(JSON.readTree(script.data()), nodes);
            } catch (JacksonException e) {
                throw new UnreadablePageException("a JSON-LD block is not JSON: " + e.getOriginalMessage(), e);
            }
        }
        List<JsonNode> products =
                nodes.stream().filter(node -> isA(node, "Product")).toList();
        if (products.isEmpty()) {
            throw new UnreadablePageException("the page has no JSON-LD of a product; it is another kind of page");
        }
        Optional<JsonNode> breadcrumbs =
                nodes.stream().filter(node -> isA(node, "BreadcrumbList")).findFirst();
        return new JsonLd(products, breadcrumbs);
    }

    /** Blocks may stand alone, in an array or in a graph. */
    private static void collect(JsonNode node, List<JsonNode> nodes) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, nodes));
        } else if (node.has("@graph")) {
            collect(node.get("@graph"), nodes);
        } else if (node.isObject()) {
            nodes.add(node);
        }
    }

    private static boolean isA(JsonNode node, String type) {
        JsonNode stated = node.path("@type");
        return stated.isArray()
                ? stated.valueStream().anyMatch(one -> one.asString("").equals(type))
                : stated.asString("").equals(type);
    }

    /** The text or number at a JSON pointer in the first product block that has one which is not blank. */
    Optional<String> text(String pointer) {
        return products.stream()
                .map(product -> product.at(pointer))
                .filter(JsonNode::isValueNode)
                .map(node -> clean(node.asString("")))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The names of the breadcrumbs in the order of their positions, with the address of each. */
    List<Crumb> breadcrumbs() {
        return breadcrumbs
                .map(list -> list.path("itemListElement")
                        .valueStream()
                        .sorted(Comparator.comparingInt(
                                item -> item.path("position").asInt(0)))
                        .map(JsonLd::crumb)
                        .filter(crumb -> !crumb.name().isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static Crumb crumb(JsonNode listItem) {
        JsonNode item = listItem.path("item");
        String name = item.path("name").asString(listItem.path("name").asString(""));
        String address = item.isString() ? item.asString() : item.path("@id").asString("");
        return new Crumb(clean(name), address);
    }

    /** Texts inside JSON-LD are sometimes escaped for HTML once more. */
    private static String clean(String text) {
        return (text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false)).strip();
    }

    /**
     * One step of the path to the product.
     *
     * @param address empty when the page gives none
     */
    record Crumb(String name, String address) {}
}
