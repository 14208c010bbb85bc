package com.saqsommelier.scraper.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes product pages: {@code aPage().withBlock("…").listing("Région", " ").read()}. */
final class PageBuilder {

    private final StringBuilder blocks = new StringBuilder();
    private final StringBuilder attributes = new StringBuilder();
    private String head = "<title>Une page</title>";
    private String end = "</html>";

    private PageBuilder() {}

    /** A page that says nothing. */
    static PageBuilder aBarePage() {
        return new PageBuilder();
    }

    /** A page of product 1867 with a name. */
    static PageBuilder aPage() {
        return aBarePage().withProduct("\"name\":\"Château d'Été\",\"sku\":\"1867\"");
    }

    PageBuilder withProduct(String members) {
        return withBlock("{\"@type\":\"Product\"," + members + "}");
    }

    PageBuilder withBlock(String json) {
        blocks.append("<script type=\"application/ld+json\">").append(json).append("</script>\n");
        return this;
    }

    /** A row of the attribute list; label and value are HTML. */
    PageBuilder listing(String label, String value) {
        attributes
                .append("<li><span>%s</span><strong data-th=\"%s\">".formatted(label, label))
                .append(value)
                .append("</strong></li>\n");
        return this;
    }

    PageBuilder withHead(String html) {
        head = html;
        return this;
    }

    PageBuilder endingIn(String html) {
        end = html;
        return this;
    }

    String html() {
        String list = attributes.isEmpty() ? "" : "<ul class=\"list-attributs\">\n" + attributes + "</ul>\n";
        return "<!doctype html>\n<html lang=\"fr\"><head>" + head + "</head><body>\n" + blocks + list + "</body>\n"
                + end;
    }

    ProductPage read() throws UnreadablePageException {
        return read(html().getBytes(StandardCharsets.UTF_8), "text/html; charset=UTF-8");
    }

    /** @param contentType empty for none */
    static ProductPage read(byte[] body, String contentType) throws UnreadablePageException {
        return new ProductPageParser().parse(body, Optional.of(contentType).filter(header -> !header.isEmpty()));
    }
}
