package com.saqsommelier.simulator.saq;

import java.util.List;

/** The site's robots.txt: prefixes only, so that what it disallows is beyond doubt (RFC 9309, section 2.2.2). */
final class Robots {

    private static final List<String> DISALLOWED = List.of(
            "/checkout/", "/customer/", "/catalogsearch/", "/wishlist/", "/sendfriend/", "/review/", "/_simulator/");

    private Robots() {}

    static String text(String baseUrl) {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        for (String path : DISALLOWED) {
            text.append("Disallow: ").append(path).append('\n');
            for (Language language : Language.values()) {
                text.append("Disallow: /").append(language.code()).append(path).append('\n');
            }
        }
        return text.append("\nSitemap: ")
                .append(baseUrl)
                .append(Sitemaps.INDEX)
                .append('\n')
                .toString();
    }

    static boolean disallows(String path) {
        for (Language language : Language.values()) {
            if (path.startsWith("/" + language.code() + "/")) {
                return disallowsBelow(path.substring(3));
            }
        }
        return disallowsBelow(path);
    }

    private static boolean disallowsBelow(String path) {
        return DISALLOWED.stream().anyMatch(path::startsWith);
    }
}
