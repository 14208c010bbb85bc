package com.saqsommelier.simulator.saq;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sitemap index and its parts of 26,000 URLs, of which one in twenty-five is no product, as told of the genuine
 * ones. Parts are written as they are computed.
 */
final class Sitemaps {

    static final String INDEX = "/media/sitemaps/fr/sitemap_product.xml";

    private static final Pattern PART_PATH =
            Pattern.compile("/media/sitemaps/fr/sitemap_product-1-([1-9][0-9]{0,5})\\.xml");
    private static final int URLS_A_PART = 26_000;
    private static final int PRODUCTS_BETWEEN_OTHERS = 24;
    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final DateTimeFormatter UTC_WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final String baseUrl;
    private final LivingCatalogue catalogue;

    Sitemaps(String baseUrl, LivingCatalogue catalogue) {
        this.baseUrl = baseUrl;
        this.catalogue = catalogue;
    }

    /** The answer for a path, absent when no sitemap has that address. */
    Optional<Answer> answer(String path) {
        World world = catalogue.now();
        if (path.equals(INDEX)) {
            return Optional.of(Answer.of(200, "text/xml; charset=UTF-8", index(world)));
        }
        Matcher part = PART_PATH.matcher(path);
        if (!part.matches() || Integer.parseInt(part.group(1)) > parts(world)) {
            return Optional.empty();
        }
        int number = Integer.parseInt(part.group(1));
        return Optional.of(Answer.streamed("text/xml; charset=UTF-8", out -> part(out, number, world)));
    }

    private static int urls(World world) {
        return world.size() + world.size() / PRODUCTS_BETWEEN_OTHERS;
    }

    private static int parts(World world) {
        return Math.max(1, (urls(world) + URLS_A_PART - 1) / URLS_A_PART);
    }

    private String index(World world) {
        StringBuilder xml = new StringBuilder(HEAD).append("<sitemapindex xmlns=\"" + NAMESPACE + "\">\n");
        for (int part = 1; part <= parts(world); part++) {
            xml.append("<sitemap><loc>")
                    .append(baseUrl)
                    .append("/media/sitemaps/fr/sitemap_product-1-")
                    .append(part)
                    .append(".xml</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    private void part(OutputStream out, int part, World world) throws IOException {
        Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        xml.write(HEAD + "<urlset xmlns=\"" + NAMESPACE
                + "\" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n");
        int last = Math.min(urls(world), part * URLS_A_PART);
        for (int url = (part - 1) * URLS_A_PART; url < last; url++) {
            int others = url / (PRODUCTS_BETWEEN_OTHERS + 1);
            boolean product = url % (PRODUCTS_BETWEEN_OTHERS + 1) < PRODUCTS_BETWEEN_OTHERS;
            xml.write(product ? product(world.product(url - others)) : other(others));
        }
        xml.write("</urlset>\n");
        xml.flush();
    }

    private String product(SaqProduct product) {
        int draw = product.magentoId();
        String image = draw % 3 == 0
                ? ""
                : "<image:image><image:loc>" + ProductPage.image(baseUrl, product) + "</image:loc><image:title>"
                        + Markup.html(product.name().fr()) + "</image:title></image:image>";
        return "<url><loc>" + baseUrl + "/fr/" + product.sku() + "</loc><lastmod>"
                + lastmod(product.lastModified(), draw)
                + "</lastmod><changefreq>daily</changefreq><priority>1.0</priority>"
                + image + "</url>\n";
    }

    /** A date, or a timestamp with the offset of Montréal or of UTC: all three have been met. */
    private static String lastmod(Instant time, int draw) {
        return switch (draw % 4) {
            case 0 -> DateTimeFormatter.ISO_LOCAL_DATE.format(time.atOffset(ZoneOffset.UTC));
            case 1 -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(MONTREAL));
            default -> UTC_WITH_OFFSET.format(time.atOffset(ZoneOffset.UTC));
        };
    }

    private String other(int number) {
        String path = number % 2 == 0 ? "/fr/recettes/plat-du-jour-" : "/fr/accessoires/verre-a-degustation-";
        return "<url><loc>" + baseUrl + path + number
                + "</loc><lastmod>2025-11-03</lastmod><changefreq>weekly</changefreq><priority>0.5</priority></url>\n";
    }
}
