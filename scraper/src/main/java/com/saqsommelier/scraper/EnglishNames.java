package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.page.EnglishPages;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.scraper.page.ProductPage;
import com.saqsommelier.scraper.page.ProductPageParser;
import com.saqsommelier.scraper.page.UnreadablePageException;
import com.saqsommelier.scraper.site.Answer;
import com.saqsommelier.scraper.site.Ask;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
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
    private final ProductPageParser parser = new ProductPageParser();

    EnglishNames(Database database, SiteClient client, URI site, InstantSource clock) {
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
            try {
                Answer answer = client.ask(address, Ask.upTo(LARGEST_PAGE));
                if (answer.ok()) {
                    read += store(sku, parser.parse(answer.body(), answer.contentType()));
                } else {
                    LOG.warn("{} answers {}; the English name stays unknown", address, answer.status());
                }
            } catch (IOException | UnreadablePageException e) {
                LOG.warn("{} failed: {}; the English name stays unknown", address, e.getMessage());
            }
        }
        return read;
    }

    private int store(String sku, ProductPage page) {
        if (!page.sku().equals(sku)) {
            LOG.warn("The English page of {} is that of product {}; the name stays unknown", sku, page.sku());
            return 0;
        }
        String name = Objects.requireNonNull(page.facts().label().name());
        Instant at = clock.instant();
        database.inTransaction(() -> {
            products.nameInEnglish(sku, name, at);
            pages.read(sku, at);
            return sku;
        });
        return 1;
    }
}
