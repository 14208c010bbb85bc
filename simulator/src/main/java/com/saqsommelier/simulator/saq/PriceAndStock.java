package com.saqsommelier.simulator.saq;

import static com.saqsommelier.simulator.saq.Markup.script;

/** The part of a product page with the price, twice as on the genuine page, and what can be said about stock. */
final class PriceAndStock {

    private PriceAndStock() {}

    /** @param showsQuantity whether the page states the quantity, as one of early 2026 is said to; that of 2025 asks */
    static void write(
            StringBuilder text, SaqProduct product, Language language, String baseUrl, boolean showsQuantity) {
        text.append("<div class=\"product-info-price\">");
        priceBox(text, product, language);
        text.append("</div>\n<div class=\"product-add-form\">\n    <form data-product-sku=\"")
                .append(product.sku())
                .append("\"\n          action=\"")
                .append(baseUrl)
                .append("/fr/checkout/cart/add/product/")
                .append(product.magentoId())
                .append("/\" method=\"post\"\n          id=\"product_addtocart_form\">\n")
                .append("        <input type=\"hidden\" name=\"product\" value=\"")
                .append(product.magentoId())
                .append("\" />\n<script>\n    require(['jquery'], function ($) {\n        getStockItem('")
                .append(script(baseUrl + "/" + language.code() + "/saq_inventory/product/internal/id/"
                        + product.magentoId() + "/"))
                .append("');\n    });\n</script>\n");
        stock(text, product, language, showsQuantity);
        text.append("    <div class=\"box-tocart\">\n        ");
        priceBox(text, product, language);
        text.append("    </div>\n    </form>\n</div>\n</div>\n");
    }

    private static void priceBox(StringBuilder text, SaqProduct product, Language language) {
        text.append("<div class=\"price-box price-final_price\" data-role=\"priceBox\" data-product-id=\"")
                .append(product.magentoId())
                .append("\" data-price-box=\"product-id-")
                .append(product.magentoId())
                .append("\">\n");
        product.price()
                .ifPresent(price -> text.append("    <span class=\"price-container price-final_price&#x20;tax\">\n")
                        .append("        <span  id=\"product-price-")
                        .append(product.magentoId())
                        .append("\"        \n                        data-price-amount=\"")
                        .append(StructuredText.number(price))
                        .append("\"\n        data-price-type=\"finalPrice\"\n        class=\"price-wrapper \">\n")
                        .append("                            <span class=\"price\">")
                        .append(language.price(price))
                        .append("</span>                    </span>\n                    <meta content=\"CAD\" />\n")
                        .append("        </span>\n"));
        text.append("\n</div>");
    }

    private static void stock(StringBuilder text, SaqProduct product, Language language, boolean showsQuantity) {
        Stock stock = product.stock();
        text.append("<div class=\"product stock addtocart\"><div class=\"availability-container product-page\">\n")
                .append("    <div class=\"stock-label-container\" data-class=\"stock-label-container\" data-type=\"")
                .append(stock.isOnline() ? "in-stock" : "out-of-stock")
                .append("\">\n        <span class=\"product-online-availability\">");
        if (stock.isOnline() && showsQuantity) {
            text.append(stock.online()).append(language.choose(" disponible(s) en ligne", " available online"));
        } else if (stock.isOnline()) {
            text.append("<p class=\"loader-container\"></p>");
        } else if (stock.inStores()) {
            text.append(language.choose("Disponible en succursale", "Available in store"));
        } else {
            text.append(language.choose("Disponible bientôt", "Available soon"));
        }
        text.append("</span>\n    </div>\n</div></div>\n");
    }
}
