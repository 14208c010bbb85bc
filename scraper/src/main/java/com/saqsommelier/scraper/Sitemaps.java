package com.saqsommelier.scraper;

import com.saqsommelier.core.product.ProductReading;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds all French product pages that a site's sitemaps list.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org protocol</a>
 */
final class Sitemaps {

    /** Where saq.com has it, for a robots.txt that names none. */
    private static final String USUAL_ADDRESS = "/media/sitemaps/fr/sitemap_product.xml";

    /** The protocol's limit for one file: 50 MB uncompressed. */
    private static final int LARGEST = 52_428_800;

    /** An index of indexes of its own would never end; saq.com has one index of two files. */
    private static final int MOST_FILES = 200;

    private static final Pattern PRODUCT_PATH = Pattern.compile("/fr/(\\d+)/?");

    private final PoliteClient client;
    private final Robots robots;
    private final URI site;
    private final Map<String, ListedPage> pages = new LinkedHashMap<>();

    private Sitemaps(PoliteClient client, Robots robots, URI site) {
        this.client = client;
        this.robots = robots;
        this.site = site;
    }

    /**
     * Reads the sitemaps to the end.
     *
     * @return each product's page once, in the order of the sitemaps; never empty
     * @throws CrawlStoppedException when one of them cannot be fetched or read, or when they list no product
     */
    static Collection<ListedPage> read(PoliteClient client, Robots robots, URI site)
            throws CrawlStoppedException, InterruptedException {
        Sitemaps sitemaps = new Sitemaps(client, robots, site);
        sitemaps.readAll();
        return sitemaps.pages.values();
    }

    private void readAll() throws CrawlStoppedException, InterruptedException {
        List<URI> named = robots.sitemaps();
        Deque<URI> waiting = new ArrayDeque<>(named.isEmpty() ? List.of(site.resolve(USUAL_ADDRESS)) : named);
        Set<URI> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            URI address = waiting.removeFirst();
            if (!seen.add(address)) {
                continue;
            }
            if (seen.size() > MOST_FILES) {
                throw new CrawlStoppedException(
                        "The sitemaps of " + site + " name more than " + MOST_FILES + " files; the last one is "
                                + address,
                        null);
            }
            AbstractSiteMap sitemap = fetch(address);
            switch (sitemap) {
                case SiteMapIndex index -> {
                    for (AbstractSiteMap nested : index.getSitemaps()) {
                        waiting.addLast(URI.create(nested.getUrl().toString()));
                    }
                }
                case SiteMap leaf -> leaf.getSiteMapUrls().forEach(this::list);
                default -> throw new CrawlStoppedException(address + " is a sitemap of an unknown kind", null);
            }
        }
        if (pages.isEmpty()) {
            throw new CrawlStoppedException(
                    "The sitemaps of " + site + " list no product page (" + site + "/fr/{sku}); an empty sitemap is not"
                            + " believed. If the site has changed its addresses, this program has to learn them.",
                    null);
        }
    }

    private AbstractSiteMap fetch(URI address) throws CrawlStoppedException, InterruptedException {
        if (!sameHost(address) || !robots.allows(address)) {
            throw new CrawlStoppedException(
                    "The sitemap " + address + " is on another host or forbidden by robots.txt", null);
        }
        try {
            PoliteClient.Answer answer = client.get(address, LARGEST);
            if (!answer.ok()) {
                throw new CrawlStoppedException(
                        "The sitemap " + address + " answers " + answer.status() + ". Try again later.", null);
            }
            return new SiteMapParser(false)
                    .parseSiteMap(answer.contentType().orElse("text/xml"), answer.body(), address.toURL());
        } catch (IOException | UnknownFormatException e) {
            throw new CrawlStoppedException("The sitemap " + address + " cannot be read: " + e, e);
        }
    }

    private void list(SiteMapURL url) {
        try {
            URI address = url.getUrl().toURI();
            Matcher path =
                    PRODUCT_PATH.matcher(Optional.ofNullable(address.getPath()).orElse(""));
            if (sameHost(address) && path.matches() && ProductReading.isSku(path.group(1))) {
                Optional<Date> lastModified = Optional.ofNullable(url.getLastModified());
                pages.putIfAbsent(
                        path.group(1), new ListedPage(path.group(1), address, lastModified.map(Date::toInstant)));
            }
        } catch (URISyntaxException e) {
            // Such an address cannot be that of a product page.
            return;
        }
    }

    private boolean sameHost(URI address) {
        return site.getHost().equals(address.getHost()) && site.getPort() == address.getPort();
    }
}
