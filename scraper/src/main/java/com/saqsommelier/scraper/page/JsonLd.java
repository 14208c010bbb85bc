package com.saqsommelier.scraper.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** How JSON writes the one character that no text may hold; it means damage, and PostgreSQL cannot store it. */
    private static final String NUL = "\\u0000";

    private final List<JsonNode> products = new ArrayList<>();
    private Optional<JsonNode> breadcrumbs = Optional.empty();

    private JsonLd() {}

    /**
     * Reads all blocks of a page, given its script elements.
     *
     * @throws UnreadablePageException when a block is not JSON or holds a NUL character
     */
    static JsonLd of(List<Element> scripts) throws UnreadablePageException {
        JsonLd data = new JsonLd();
        for (Element script : scripts) {
            String block = script.data();
            if (block.contains(NUL)) {
                throw new UnreadablePageException(
                        PageField.JSON_LD, "a JSON-LD block holds a NUL character; the text is damaged");
            }
            try {
                data.collect(JSON.readTree(block));
            } catch (JacksonException e) {
                throw new UnreadablePageException(
                        PageField.JSON_LD, "a JSON-LD block is not JSON: " + e.getOriginalMessage(), e);
            }
        }
        return data;
    }

    /** Blocks may stand alone, in an array or in a graph. */
    private void collect(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (node.has("@graph")) {
            collect(node.get("@graph"));
        } else if (isA(node, "Product")) {
            products.add(node);
        } else if (breadcrumbs.isEmpty() && isA(node, "BreadcrumbList")) {
            breadcrumbs = Optional.of(node);
        }
    }

    private static boolean isA(JsonNode node, String type) {
        JsonNode stated = node.path("@type");
        return stated.isArray()
                ? stated.valueStream().anyMatch(one -> one.asString("").equals(type))
                : stated.asString("").equals(type);
    }

    /** Whether there is a Product block. */
    boolean hasProduct() {
        return !products.isEmpty();
    }

    /** The SKUs that the product blocks state: one, unless the page is a mixture. */
    Set<String> skus() {
        Set<String> skus = new LinkedHashSet<>();
        for (JsonNode product : products) {
            String sku = text(product.path("sku"));
            if (!sku.isEmpty()) {
                skus.add(sku);
            }
        }
        return skus;
    }

    /**
     * The text or number in the first product block that has one which is not blank.
     *
     * @param keys the way to it from the product inwards
     */
    Optional<String> text(String... keys) {
        for (JsonNode product : products) {
            JsonNode node = product;
            for (String key : keys) {
                node = node.path(key);
            }
            String text = text(node);
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
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

    private static String text(JsonNode node) {
        return node.isValueNode() ? clean(node.asString("")) : "";
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
