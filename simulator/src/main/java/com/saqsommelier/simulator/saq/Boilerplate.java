package com.saqsommelier.simulator.saq;

import java.util.List;
import java.util.Locale;

/**
 * The parts of a page that are the same on every page: styles, scripts, menus, footer, in words of our own. The
 * amounts follow the genuine page: sixty kilobytes before the product's data, two hundred of menus, ninety after it.
 */
final class Boilerplate {

    private static final List<String> FR = List.of(
            "Vin rouge",
            "Vin blanc",
            "Bulles",
            "Rosé",
            "Cidre",
            "Bière",
            "Saké",
            "Gin",
            "Whisky",
            "Rhum",
            "Liqueur",
            "Accords",
            "Nouveautés",
            "Cadeaux",
            "Ateliers",
            "Recettes",
            "Succursales",
            "Aide",
            "Livraison",
            "Points");
    private static final List<String> EN = List.of(
            "Red wine",
            "White wine",
            "Bubbles",
            "Rosé",
            "Cider",
            "Beer",
            "Sake",
            "Gin",
            "Whisky",
            "Rum",
            "Liqueur",
            "Pairings",
            "New arrivals",
            "Gifts",
            "Workshops",
            "Recipes",
            "Stores",
            "Help",
            "Delivery",
            "Points");

    private final String baseUrl;
    private final Language language;
    private final int scale;

    /** @param genuineSize whether a page shall weigh 400 KB, not 30 KB */
    Boilerplate(String baseUrl, Language language, boolean genuineSize) {
        this.baseUrl = baseUrl;
        this.language = language;
        this.scale = genuineSize ? 27 : 1;
    }

    /** Styles and scripts of the head; the style sheet names {@code ul.list-attributs} before any list, as seen. */
    String head() {
        StringBuilder html = new StringBuilder("<style>\n")
                .append(".additional-attributes-wrapper .col-8-moins-1 ul.list-attributs li {list-style: none;}\n")
                .append("</style>\n\n<!-- fil d'ariane\n<style type=\"text/css\">\n")
                .append(
                        ".catalog-category-view .breadcrumbs ul li {color: #5c2b17 !important}\n</style>\n-->\n<style>\n");
        for (int rule = 0; rule < 24 * scale; rule++) {
            html.append(String.format(
                    Locale.ROOT,
                    "#html-body [data-pb-style=\"S%05X\"]{justify-content:flex-start;display:flex;margin:%dpx;padding:0}\n",
                    rule * 7919,
                    rule % 16));
        }
        html.append("</style>\n");
        for (int script = 0; script < 8 * scale; script++) {
            html.append("<script>(function(w){var k='s")
                    .append(script)
                    .append("';w[k]=w[k]||{};if(w[k].a<1&&w[k].b>2){w[k].c=\"<div class='price'>\"+k+\"</div>\";}")
                    .append("w[k].d=function(e,t){return e&&t?e[t]:void 0};})(window);</script>\n");
        }
        return html.toString();
    }

    /** The menus before the product. */
    String menu() {
        List<String> words = words();
        StringBuilder html =
                new StringBuilder("<header class=\"page-header\"><nav class=\"navigation\"><ul class=\"menu\">\n");
        int sections = 3 * scale;
        for (int section = 0; section < sections; section++) {
            html.append("<li class=\"level0\"><div class=\"pagebuilder-column\" data-content-type=\"column\"><span>")
                    .append(words.get(section % words.size()))
                    .append("</span><div><ul class=\"submenu\">\n");
            for (int link = 0; link < 14; link++) {
                String word = words.get((section * 3 + link) % words.size());
                html.append("<li class=\"level1\"><div data-element=\"main\"><a tabindex=\"0\" href=\"")
                        .append(baseUrl)
                        .append('/')
                        .append(language.choose("fr/produits/", "en/products/"))
                        .append(Category.slug(word))
                        .append("\"><span class=\"label\">")
                        .append(word)
                        .append("</span>&nbsp;&rsaquo;</a></div></li>\n");
            }
            html.append("</ul></div></div></li>\n");
        }
        return html.append("</ul></nav></header>\n").toString();
    }

    /** What stands between the product and the second Product block: suggestions, settings of widgets. */
    String suggestions() {
        StringBuilder html = new StringBuilder("<div class=\"block related\"><ol class=\"items\">\n");
        for (int item = 0; item < 8 * scale; item++) {
            html.append("<li class=\"item product\"><div class=\"product-item-details\"><strong><a href=\"#\">")
                    .append(words().get(item % words().size()))
                    .append("</a></strong><script type=\"text/x-magento-init\">\n    {\n        \"*\": {\n            ")
                    .append("\"Shop_Widget/js/item\": {\"position\": ")
                    .append(item)
                    .append(
                            ", \"template\": \"<div class=\\\"card\\\"><span>%s<\\/span><\\/div>\"}\n        }\n    }\n")
                    .append("</script></div></li>\n");
        }
        return html.append("</ol></div>\n").toString();
    }

    /** The footer, to the end of the document. */
    String footer() {
        StringBuilder html = new StringBuilder("</div></div></main><footer class=\"page-footer\"><ul>\n");
        for (int link = 0; link < 12 * scale; link++) {
            html.append("<li><a href=\"")
                    .append(baseUrl)
                    .append('/')
                    .append(language.code())
                    .append("/aide#")
                    .append(link)
                    .append("\">")
                    .append(words().get((link * 7) % words().size()))
                    .append("</a></li>\n");
        }
        return html.append("</ul></footer>\n    </body>\n</html>\n").toString();
    }

    private List<String> words() {
        return language == Language.FR ? FR : EN;
    }
}
