package com.saqsommelier.simulator.saq;

import static com.saqsommelier.simulator.saq.Markup.html;

/** The pages that are no product: the entrance, 404, recipes and accessories. */
final class PlainPages {

    private PlainPages() {}

    /** Says what this site is, for a person who opens it in a browser. */
    static Answer entrance(String baseUrl, SaqCatalogue catalogue) {
        StringBuilder body = new StringBuilder(
                        "<p>Ce site imite la forme de saq.com pour essayer un robot sans déranger ")
                .append("personne. Il n'écoute que cette machine et offre ")
                .append(catalogue.size())
                .append(" produits.</p>\n<ul>\n");
        int step = Math.max(1, catalogue.size() / 10);
        for (int index = 0; index < catalogue.size() && index / step < 10; index += step) {
            SaqProduct product = catalogue.product(index);
            body.append("<li><a href=\"/fr/")
                    .append(product.sku())
                    .append("\">")
                    .append(html(product.name().fr()))
                    .append("</a> · <a href=\"/en/")
                    .append(product.sku())
                    .append("\" hreflang=\"en\">in English</a></li>\n");
        }
        body.append("</ul>\n<p><a href=\"/robots.txt\">robots.txt</a> · <a href=\"")
                .append(Sitemaps.INDEX)
                .append("\">plan du site</a> · <a href=\"")
                .append(ControlPages.PREFIX)
                .append("\">faire bouger ce monde</a> · <a href=\"")
                .append(ControlPages.REQUESTS)
                .append("\">requêtes reçues</a></p>\n<p>Adresse de base : <code>")
                .append(html(baseUrl))
                .append("</code></p>");
        return page(200, Language.FR, "Un faux saq.com", body.toString());
    }

    static Answer notFound(Language language) {
        return page(
                404,
                language,
                language.choose("Page introuvable", "Page not found"),
                language.choose(
                        "<p>La page demandée n'existe pas ou n'existe plus.</p>",
                        "<p>The page you asked for does not exist, or no longer does.</p>"));
    }

    static Answer forbidden() {
        return page(403, Language.FR, "Accès refusé", "<p>robots.txt interdit cette adresse aux robots.</p>");
    }

    /** What a browser sees that is sent to the list itself. */
    static Answer storeLocator() {
        return page(200, Language.FR, "Trouver une succursale", "<p>La liste se charge par un script.</p>");
    }

    static Answer recipe() {
        return page(200, Language.FR, "Inspiration", "<p>Une page sans produit : recette ou accessoire.</p>");
    }

    private static Answer page(int status, Language language, String title, String body) {
        return Answer.of(
                status,
                Answer.HTML,
                "<!doctype html>\n<html lang=\"" + language.code() + "\"><head><meta charset=\"utf-8\"><title>" + title
                        + "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\n<body><h1>"
                        + title + "</h1>\n" + body + "\n</body></html>\n");
    }
}
