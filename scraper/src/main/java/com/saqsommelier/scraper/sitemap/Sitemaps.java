package com.saqsommelier.scraper.sitemap;

import com.saqsommelier.core.page.ListedPage;
import com.saqsommelier.core.page.Listing;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.site.SiteRequest;
import com.saqsommelier.scraper.site.SiteResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds all French product pages that a site's sitemaps list, and puts them into the {@link Listing}. */
public final class Sitemaps {

    private static final Logger LOG = LoggerFactory.getLogger(Sitemaps.class);

    /** Where saq.com has it, for a robots.txt that names none. */
    private static final String USUAL_ADDRESS = "/media/sitemaps/fr/sitemap_product.xml";

    /** An index of indexes of its own would never end; saq.com has one index of two files. */
    private static final int MOST_FILES = 200;

    /** Far more than any catalogue, and few enough to be compared in memory. */
    private static final int MOST_PAGES = 500_000;

    private static final int BATCH = 1_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    /** How an address ends that means a product, wherever it leads. */
    private static final Pattern MEANT = Pattern.compile("/0*(\\d{2,8})/?(?:\\.html?)?(?:[?#].*)?$");

    /** An address of another site. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)^\\s*[a-z][a-z0-9+.-]*://[^/\\s]+\\S*$");

    private static final Pattern PRODUCT_PATH = Pattern.compile("/fr/(\\d+)/?");

    private final SiteClient client;
    private final URI site;
    private final Listing listing;
    private final List<ListedPage> batch = new ArrayList<>(BATCH);
    private final Deque<URI> waiting = new ArrayDeque<>();
    private int pages;
    private int duplicates;
    private int notProducts;
    private int otherHosts;
    private boolean whole = true;
    private final Set<String> meant = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private Sitemaps(SiteClient client, URI site, Listing listing) {
        this.client = client;
        this.site = site;
        this.listing = listing;
    }

    /**
     * What was found.
     *
     * @param pages product pages, each counted once
     * @param duplicates entries of a page that was listed before
     * @param notProducts addresses of the site that are no product page: recipes, accessories
     * @param otherHosts addresses of other sites, which are refused
     * @param whole whether what is not listed is not there: no file was empty
     * @param warnings what the operator should look at
     */
    public record Counts(
            int pages, int duplicates, int notProducts, int otherHosts, boolean whole, List<String> warnings) {}

    /**
     * Reads the sitemaps to the end.
     *
     * @throws IncompleteSitemapsException when one of them cannot be fetched or read, or when they list no product: then
     *     nothing can be concluded from what they do not list
     * @throws SiteClosedException when the site is not to be asked for anything
     */
    public static Counts read(SiteClient client, URI site, Listing listing)
            throws IncompleteSitemapsException, SiteClosedException, InterruptedException {
        Sitemaps sitemaps = new Sitemaps(client, site, listing);
        listing.clear();
        sitemaps.readAll();
        return new Counts(
                sitemaps.pages,
                sitemaps.duplicates,
                sitemaps.notProducts,
                sitemaps.otherHosts,
                sitemaps.whole,
                List.copyOf(sitemaps.warnings));
    }

    private void readAll() throws IncompleteSitemapsException, SiteClosedException, InterruptedException {
        for (String named : client.sitemaps(site)) {
            address(named)
                    .ifPresentOrElse(
                            waiting::addLast,
                            () -> warnings.add("robots.txt of " + site
                                    + " names a sitemap that is no address of the site and was not read: " + named));
        }
        if (waiting.isEmpty()) {
            waiting.addLast(site.resolve(USUAL_ADDRESS));
        }
        Set<URI> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            URI address = waiting.removeFirst();
            if (seen.add(address)) {
                if (seen.size() > MOST_FILES) {
                    throw new IncompleteSitemapsException(
                            "The sitemaps of " + site + " name more than " + MOST_FILES + " files; the last one is "
                                    + address,
                            null);
                }
                read(address);
            }
        }
        flush();
        keepMeant();
        if (pages == 0) {
            throw new IncompleteSitemapsException(
                    "The sitemaps of " + site + " list no product page (" + site + "/fr/{sku}); an empty sitemap is not"
                            + " believed. If the site has changed its addresses, this program has to learn them.",
                    null);
        }
    }

    private void read(URI address) throws IncompleteSitemapsException, SiteClosedException, InterruptedException {
        try {
            Path file = Files.createTempFile("sitemap", ".xml");
            try {
                SiteResponse answer = client.ask(
                        address,
                        SiteRequest.upTo(SitemapFile.LARGEST).within(TIMEOUT).into(file));
                if (!answer.ok()) {
                    throw new IncompleteSitemapsException(
                            "The sitemap " + address + " answers " + answer.status() + ". Try again later.", null);
                }
                Entries entries = new Entries(address);
                SitemapFile.read(file, entries);
                if (entries.count == 0) {
                    whole = false;
                    warnings.add("The sitemap " + address + " is empty, so that nothing is delisted in this run");
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IncompleteSitemapsException("The sitemap " + address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private final class Entries implements SitemapFile.Visitor {
        private final URI sitemap;
        private int count;

        Entries(URI sitemap) {
            this.sitemap = sitemap;
        }

        @Override
        public void file(String location) throws IOException {
            count++;
            waiting.addLast(address(location)
                    .orElseThrow(
                            () -> new IOException("it names '" + location + "', which is no address of the site")));
        }

        @Override
        public void page(String location, String lastModified) throws IOException {
            count++;
            Optional<URI> address = address(location);
            if (address.isEmpty()) {
                if (otherHosts++ == 0) {
                    LOG.warn("{} lists '{}', which is not on {}: refused", sitemap, location, site);
                }
                unusable(location);
                return;
            }
            Matcher path = PRODUCT_PATH.matcher(address.get().getPath());
            if (!path.matches() || !ProductReading.isSku(path.group(1))) {
                notProducts++;
                meant(address.get().getPath());
                return;
            }
            batch.add(new ListedPage(path.group(1), address.get().toString(), LastModified.of(lastModified)));
            if (batch.size() == BATCH) {
                flush();
            }
            if (pages > MOST_PAGES) {
                throw new IOException("the sitemaps list more than " + MOST_PAGES + " products");
            }
        }
    }

    /** An entry that cannot be used says that its product is there, as far as one can see which one it means. */
    private void unusable(String location) {
        if (!meant(location) && !ELSEWHERE.matcher(location).find()) {
            if (whole) {
                warnings.add(
                        "The sitemaps list '" + location + "', which is no address; it may mean any product, so that"
                                + " nothing is delisted in this run");
            }
            whole = false;
        }
    }

    private boolean meant(String location) {
        Matcher end = MEANT.matcher(location);
        boolean found = end.find();
        if (found) {
            meant.add(end.group(1));
        }
        return found;
    }

    private void keepMeant() {
        int kept = listing.keep(meant);
        if (kept > 0) {
            warnings.add(
                    "The sitemaps list " + kept + " products by addresses that cannot be used; these products stay in"
                            + " the catalogue as they are");
        }
    }

    private void flush() {
        int added = listing.add(batch);
        pages += added;
        duplicates += batch.size() - added;
        batch.clear();
    }

    private Optional<URI> address(String text) {
        return SiteAddress.of(text, site);
    }
}
