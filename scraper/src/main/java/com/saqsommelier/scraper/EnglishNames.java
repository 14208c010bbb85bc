package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.page.EnglishPages;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.scraper.page.ProductPage;
import com.saqsommelier.scraper.page.ProductPageParser;
import com.saqsommelier.scraper.page.UnreadablePageException;
import com.saqsommelier.scraper.site.ForbiddenException;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.site.SiteRequest;
import com.saqsommelier.scraper.site.SiteResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the English names of products that somebody watches or can buy online: a few thousand of the catalogue, each once
 * until its French page says something new.
 */
final class EnglishNames {

    private static final Logger LOG = LoggerFactory.getLogger(EnglishNames.class);
    private static final int LARGEST_PAGE = 10_000_000;

    private final Database database;
    private final Products products;
    private final EnglishPages pages;
    private final SiteClient client;
    private final URI site;
    private final InstantSource clock;
    private final Runnable each;
    private int failed;
    private final ProductPageParser parser = new ProductPageParser();

    EnglishNames(Database database, SiteClient client, URI site, InstantSource clock, Runnable each) {
        this.each = each;
        this.database = database;
        this.products = new Products(database);
        this.pages = new EnglishPages(database);
        this.client = client;
        this.site = site;
        this.clock = clock;
    }

    /** Reads at most so many pages and says how many names came of it. */
    int read(int most) throws SiteClosedException, InterruptedException {
        int read = 0;
        for (String sku : pages.due(most)) {
            URI address = site.resolve("/en/" + sku);
            Optional<String> name = Optional.empty();
            try {
                name = name(
                        address,
                        client.ask(address, SiteRequest.upTo(LARGEST_PAGE).ofDoubtfulUse()));
            } catch (ForbiddenException e) {
                LOG.info("{}; the English name stays unknown", e.getMessage());
            } catch (IOException | UnreadablePageException e) {
                LOG.warn("{} failed: {}; the English name stays unknown", address, e.getMessage());
                failed++;
            }
            store(sku, name);
            read += name.isPresent() ? 1 : 0;
            each.run();
        }
        return read;
    }

    /** How many pages could not be read. */
    int failed() {
        return failed;
    }

    private Optional<String> name(URI address, SiteResponse answer) throws UnreadablePageException, IOException {
        if (!answer.ok()) {
            throw new IOException("it answers " + answer.status());
        }
        ProductPage page = parser.parse(answer.body(), answer.contentType(), address);
        // A product without an English page shows its French one.
        return Optional.ofNullable(page.facts().label().nameEn());
    }

    /** Notes also that there was nothing to be had, so that it is not asked for again before the French page changes. */
    private void store(String sku, Optional<String> name) {
        Instant at = clock.instant();
        database.inTransaction(() -> {
            name.ifPresent(known -> products.nameInEnglish(sku, known, at));
            pages.read(sku, at);
            return sku;
        });
    }
}
