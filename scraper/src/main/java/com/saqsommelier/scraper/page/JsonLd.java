package com.saqsommelier.scraper.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/**
 * The JSON-LD of a page. A product page holds two Product blocks that each know what the other lacks; those of one
 * product are read as one, the first block that has a field wins.
 *
 * @see <a href="https://schema.org/Product">schema.org Product</a>
 */
final class JsonLd {

    private final List<JsonNode> products = new ArrayList<>();
    private Optional<JsonNode> breadcrumbs = Optional.empty();
    private Optional<UnreadablePageException> broken = Optional.empty();

    private JsonLd() {}

    /**
     * Reads all blocks of a page, given its script elements. A block that cannot be read and speaks of something else
     * does not matter.
     *
     * @throws UnreadablePageException when the block of a product is not JSON or holds a NUL character
     */
    static JsonLd of(List<Element> scripts) throws UnreadablePageException {
        JsonLd data = new JsonLd();
        for (Element script : scripts) {
            try {
                JsonLdBlock.read(script.data()).forEach(data::collect);
            } catch (UnreadablePageException e) {
                if (JsonLdBlock.isOfProduct(script.data())) {
                    throw e;
                }
                data.broken = Optional.of(e);
            }
        }
        return data;
    }

    /** Blocks may stand alone, in arrays, in a graph, or as what a page is about. */
    private void collect(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (isA(node, "Product")) {
            products.add(node);
        } else if (node.isObject()) {
            if (breadcrumbs.isEmpty() && isA(node, "BreadcrumbList")) {
                breadcrumbs = Optional.of(node);
            }
            collect(node.path("@graph"));
            collect(node.path("mainEntity"));
            collect(node.path("breadcrumb"));
        }
    }

    private static boolean isA(JsonNode node, String type) {
        JsonNode stated = node.path("@type");
        return stated.isArray()
                ? stated.valueStream().anyMatch(one -> isType(one.asString(""), type))
                : isType(stated.asString(""), type);
    }

    /** Whether a type is stated by its name: alone, as an address, or with a prefix. */
    static boolean isType(String stated, String type) {
        String name = stated.strip();
        return name.substring(
                        Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'))) + 1)
                .equalsIgnoreCase(type);
    }

    /** Whether there is a Product block. */
    boolean hasProduct() {
        return !products.isEmpty();
    }

    /** Why one of the blocks could not be read; empty when all were. */
    Optional<UnreadablePageException> broken() {
        return broken;
    }

    /** The SKUs that the product blocks state. */
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
     * The same with the blocks of one product only: those with its SKU, and those without any SKU that have no other name.
     *
     * @param sku empty for a page on which no block states one
     */
    JsonLd ofProduct(String sku) {
        JsonLd one = new JsonLd();
        one.breadcrumbs = breadcrumbs;
        one.broken = broken;
        products.stream()
                .filter(product -> text(product.path("sku")).equals(sku))
                .forEach(one.products::add);
        Set<String> names = one.names();
        if (!sku.isEmpty()) {
            products.stream()
                    .filter(product -> text(product.path("sku")).isEmpty())
                    .filter(product -> {
                        String name = text(product.path("name"));
                        return name.isEmpty() || names.contains(name);
                    })
                    .forEach(one.products::add);
        }
        return one;
    }

    /** The different names that the product blocks state. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        products.stream()
                .map(product -> text(product.path("name")))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** The product blocks. */
    List<JsonNode> products() {
        return List.copyOf(products);
    }

    /**
     * The text or number in the first product block that has one which is not blank.
     *
     * @param keys the way to it from the product inwards; of a list on the way the first member counts that has it
     */
    Optional<String> text(String... keys) {
        return products.stream()
                .map(product -> find(product, 0, keys))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String find(JsonNode node, int depth, String... keys) {
        if (node.isArray()) {
            return node.valueStream()
                    .map(one -> find(one, depth, keys))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return depth == keys.length ? text(node) : find(node.path(keys[depth]), depth + 1, keys);
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

    /** The text of a node: its own, or that of what it names ({@code {"@type": "Country", "name": "France"}}). */
    static String text(JsonNode node) {
        if (node.isValueNode()) {
            return node.isNull() ? "" : clean(node.asString(""));
        }
        if (node.isArray()) {
            return find(node, 0);
        }
        if (!node.isObject()) {
            return "";
        }
        for (String key : new String[] {"@value", "name", "value", "url", "@id"}) {
            String text = text(node.path(key));
            if (!text.isEmpty()) {
                return key.equals("value") ? (text + " " + text(node.path("unitText"))).strip() : text;
            }
        }
        return "";
    }

    /** Texts inside JSON-LD are sometimes escaped for HTML once more. */
    private static String clean(String text) {
        return PrintedText.line(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }

    /**
     * One step of the path to the product.
     *
     * @param address empty when the page gives none
     */
    record Crumb(String name, String address) {}
}
