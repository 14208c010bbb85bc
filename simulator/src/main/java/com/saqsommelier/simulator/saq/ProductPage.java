package com.saqsommelier.simulator.saq;

import static com.saqsommelier.simulator.saq.Markup.attribute;
import static com.saqsommelier.simulator.saq.Markup.html;
import static com.saqsommelier.simulator.saq.Markup.script;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a product page with the structure of the genuine one. What is the same on every page is encoded once; thousands
 * of pages a second are wanted, so no template engine.
 */
final class ProductPage {

    private static final String PAD = " ".repeat(24);

    private final String baseUrl;
    private final Language language;
    private final boolean showsQuantity;
    private final StructuredText structured;
    private final byte[] head;
    private final byte[] menu;
    private final byte[] suggestions;
    private final byte[] footer;

    ProductPage(String baseUrl, Language language, SaqSimulator.Options options) {
        this.baseUrl = baseUrl;
        this.language = language;
        showsQuantity = options.showsQuantity();
        structured = new StructuredText(baseUrl, language);
        Boilerplate boilerplate = new Boilerplate(baseUrl, language, options.genuineSize());
        head = bytes(boilerplate.head());
        menu = bytes(boilerplate.menu());
        suggestions = bytes(boilerplate.suggestions());
        footer = bytes(boilerplate.footer());
    }

    byte[] render(SaqProduct product) {
        String url = baseUrl + "/" + language.code() + "/" + product.sku();
        String image = image(baseUrl, product) + "?optimize=high&fit=bounds";
        ByteArrayOutputStream page =
                new ByteArrayOutputStream(head.length + menu.length + suggestions.length + footer.length + 16_384);
        StringBuilder text = new StringBuilder(8_192);

        start(text, product, url, image);
        drain(text, page);
        page.writeBytes(head);
        dataLayer(text, product);
        structured.head(text, product, url, image);
        text.append(
                        "    </head>\n    <body data-container=\"body\" id=\"html-body\" class=\"catalog-product-view product-")
                .append(product.sku())
                .append(" page-layout-1column\">\n");
        drain(text, page);
        page.writeBytes(menu);
        breadcrumbs(text, product);
        title(text, product);
        PriceAndStock.write(text, product, language, baseUrl, showsQuantity);
        attributes(text, product);
        drain(text, page);
        page.writeBytes(suggestions);
        structured.secondProduct(text, product, url, image);
        drain(text, page);
        page.writeBytes(footer);
        return page.toByteArray();
    }

    /** The address of a product's picture, without the parameters that choose its size. */
    static String image(String baseUrl, SaqProduct product) {
        String sku = product.sku();
        return baseUrl + "/media/catalog/product/" + sku.charAt(0) + "/" + sku.charAt(1) + "/" + sku
                + "-1_1580591719.png";
    }

    private void start(StringBuilder text, SaqProduct product, String url, String image) {
        String name = language.of(product.name());
        String description = language.of(product.description());
        String kind = language.choose(" | Fiche produit", " | Product page");
        text.append("<!doctype html>\n<html lang=\"")
                .append(language.code())
                .append("\">\n    <head prefix=\"og: http://ogp.me/ns# product: http://ogp.me/ns/product#\">\n")
                .append("        <script>\n    var LOCALE = '")
                .append(script(language.locale()))
                .append("';\n    var BASE_URL = '")
                .append(script(baseUrl + "/" + language.code() + "/"))
                .append("';</script>        <meta charset=\"utf-8\"/>\n<meta name=\"title\" content=\"")
                .append(html(name + kind))
                .append("\"/>\n<meta name=\"description\" content=\"")
                .append(html(description))
                .append("\"/>\n<meta name=\"robots\" content=\"INDEX,FOLLOW\"/>\n<title>")
                .append(html(name + kind))
                .append(" | SAQ.COM</title>\n<link  rel=\"canonical\" href=\"")
                .append(url)
                .append("\" />\n");
        for (Language other : List.of(Language.EN, Language.FR)) {
            text.append("<link  rel=\"alternate\" hreflang=\"")
                    .append(other.locale())
                    .append("\" href=\"")
                    .append(baseUrl)
                    .append('/')
                    .append(other.code())
                    .append('/')
                    .append(product.sku())
                    .append("\" />\n");
        }
        text.append("<meta property=\"og:type\" content=\"product.item\"/>\n<meta property=\"og:title\" content=\"")
                .append(attribute(name))
                .append("\"/>\n<meta property=\"og:description\" content=\"")
                .append(attribute(description))
                .append("\"/>\n<meta property=\"og:url\" content=\"")
                .append(url)
                .append("\"/>\n<meta property=\"og:image\" content=\"")
                .append(image)
                .append("\"/>\n");
        product.price()
                .ifPresent(price -> text.append("<meta property=\"product:price:amount\" content=\"")
                        .append(StructuredText.number(price))
                        .append("\"/>\n<meta property=\"product:price:currency\" content=\"CAD\"/>\n"));
    }

    /** As on the genuine page, the review count of this script is not that of JSON-LD, which is the right one. */
    private void dataLayer(StringBuilder text, SaqProduct product) {
        text.append("<script>    dataLayerGlobal = window.dataLayerGlobal || {};\n    var productInfoObject = { \n")
                .append("    'productSku': '")
                .append(product.sku())
                .append("',\n'productName': '")
                .append(script(language.of(product.name())))
                .append("',\n'productInStock': '")
                .append(product.stock().isOnline());
        product.price().ifPresent(price -> text.append("',\n'productPrice': '").append(StructuredText.number(price)));
        product.reviews()
                .ifPresent(reviews -> text.append("',\n'productAvgScore': '")
                        .append(reviews.rating())
                        .append("',\n'productReviews': '")
                        .append(reviews.count() - 1));
        text.append("',\n    }</script>\n");
    }

    private void breadcrumbs(StringBuilder text, SaqProduct product) {
        StringBuilder address = new StringBuilder(baseUrl).append('/').append(language.code());
        text.append("<main id=\"maincontent\" class=\"page-main\"><div class=\"columns\"><div class=\"column main\">\n")
                .append("<div class=\"product info container\"><div class=\"product info media\">")
                .append("<div class=\"breadcrumbs\">\n    <ul class=\"items\">\n")
                .append("                    <li class=\"item home\">\n                        <a href=\"")
                .append(address)
                .append("/\">\n                    ")
                .append(language.choose("Accueil", "Home"))
                .append("</a>\n                        </li>\n");
        for (Category category : product.categories()) {
            address.append('/').append(language.of(category.slug()));
            text.append("                    <li class=\"item category")
                    .append(category.slug().fr().hashCode() & 1023)
                    .append("\">\n                        <a href=\"")
                    .append(address)
                    .append("\"\n                   title=\"\">\n                    ")
                    .append(html(language.of(category.name())))
                    .append("</a>\n                        </li>\n");
        }
        text.append("                    <li class=\"item product\">\n                            <strong>")
                .append(product.sku())
                .append("</strong>\n                        </li>\n            </ul>\n</div>\n</div>\n");
    }

    private void title(StringBuilder text, SaqProduct product) {
        text.append(
                        "<div class=\"product info main product-info-main\">\n            <div class=\"page-title-wrapper\">\n")
                .append("        <h1 class=\"page-title\"\n                        >\n            ")
                .append(html(language.of(product.name())))
                .append("         </h1>\n            </div>\n<div class=\"product info description\">")
                .append(
                        "<div class=\"product attribute identity\">\n        <span class=\"value\" itemprop=\"identity\">\n")
                .append("                <strong class=\"type\">\n            ")
                .append(html(language.of(product.category().name())))
                .append("                                </strong>\n    </span>\n</div></div>\n");
    }

    private void attributes(StringBuilder text, SaqProduct product) {
        text.append("<div class=\"additional-attributes-wrapper\">\n<div class=\"col-8-moins-1\">\n")
                .append("            <ul class=\"list-attributs\">\n");
        for (Attribute attribute : Attribute.values()) {
            product.attribute(attribute).ifPresent(value -> row(text, attribute, language.of(value)));
        }
        text.append("                                                </ul>\n        </div>\n    </div>\n</div>\n");
    }

    private void row(StringBuilder text, Attribute attribute, String value) {
        String label = html(language.of(attribute.label()));
        text.append(PAD)
                .append("<li>\n")
                .append(PAD)
                .append("    <span>")
                .append(label)
                .append("</span>\n")
                .append(PAD)
                .append("<strong data-th=\"")
                .append(label)
                .append("\">\n                            ");
        switch (attribute) {
            case PRODUCER -> link(text, "nom_producteur", value);
            case AGENT -> link(text, "nom_agent_promo", value);
            default -> text.append(html(value));
        }
        text.append(PAD).append("</strong>\n                    </li>\n");
    }

    private void link(StringBuilder text, String parameter, String value) {
        text.append("<a href=\"")
                .append(baseUrl)
                .append(language.choose("/fr/produits?", "/en/products?"))
                .append(parameter)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append("\">")
                .append(html(value))
                .append("</a>");
    }

    private static void drain(StringBuilder text, ByteArrayOutputStream page) {
        page.writeBytes(bytes(text.toString()));
        text.setLength(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
