package com.saqsommelier.scraper;

import com.saqsommelier.core.product.Outcome;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.scraper.page.ProductPage;
import com.saqsommelier.scraper.page.ProductPageParser;
import com.saqsommelier.scraper.page.UnreadablePageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * One pass over the catalogue: robots.txt, sitemaps, the pages that are new or changed, products stored one by one. A
 * page that fails is counted and logged with its reason; the pass goes on.
 */
public final class Crawl {

    private static final Logger LOG = LoggerFactory.getLogger(Crawl.class);

    /** A genuine page weighs 400 KB. */
    private static final int LARGEST_PAGE = 10_000_000;

    /** How old a page may get of which the sitemap does not say when it changed. */
    private static final Duration REFRESH = Duration.ofDays(7);

    private final CrawlSettings settings;
    private final Products products;
    private final CrawlProgress progress;
    private final InstantSource clock;
    private final ProductPageParser parser = new ProductPageParser();
    private final Tally tally = new Tally();

    /** A crawl that has not begun. */
    public Crawl(CrawlSettings settings, Products products, CrawlProgress progress, InstantSource clock) {
        this.settings = settings;
        this.products = products;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Runs it; to be called once.
     *
     * @throws CrawlStoppedException when robots.txt or the sitemaps do not let it begin; nothing was changed then
     * @throws InterruptedException when the thread was interrupted; what was read is stored
     */
    public CrawlSummary run() throws CrawlStoppedException, InterruptedException {
        try (PoliteClient client = new PoliteClient(settings.userAgent(), settings.delay())) {
            Robots robots = Robots.fetch(client, settings.site(), settings.userAgent());
            Collection<ListedPage> listed = Sitemaps.read(client, robots, settings.site());
            tally.sitemapUrls = listed.size();

            List<ListedPage> due = due(listed);
            tally.skipped = listed.size() - due.size();
            progress.pages(due.size());
            for (ListedPage page : due) {
                boolean done = robots.allows(page.address()) ? read(client, page) : forbidden(page);
                progress.pageDone(!done);
            }
            reconcile(listed);
            tally.requests = client.requests();
            return tally.summary();
        }
    }

    private List<ListedPage> due(Collection<ListedPage> listed) {
        Map<String, Instant> fetches = products.lastFetches();
        Instant stale = clock.instant().minus(REFRESH);
        return listed.stream()
                .filter(page -> {
                    Instant fetched = fetches.get(page.sku());
                    return fetched == null
                            || page.lastModified().map(fetched::isBefore).orElseGet(() -> fetched.isBefore(stale));
                })
                .limit(settings.limit().orElse(Integer.MAX_VALUE))
                .toList();
    }

    private boolean read(PoliteClient client, ListedPage page) throws InterruptedException {
        try {
            PoliteClient.Answer answer = client.get(page.address(), LARGEST_PAGE);
            if (answer.missing()) {
                LOG.warn("{} is in the sitemap and answers {}", page.address(), answer.status());
                tally.notFound++;
                return true;
            }
            if (!answer.ok()) {
                return failed(page, "it answers " + answer.status());
            }
            ProductPage read = parser.parse(answer.body(), answer.contentType());
            if (!read.sku().equals(page.sku())) {
                return failed(page, "it is the page of product " + read.sku());
            }
            count(products.store(new ProductReading(page.sku(), page.address(), read.facts(), clock.instant())));
            return true;
        } catch (UnreadablePageException e) {
            return failed(page, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(page, e.toString());
        } catch (DataIntegrityViolationException e) {
            // A value that no column takes, a NUL character for instance: the page's fault and not the database's.
            return failed(
                    page, "it cannot be stored: " + e.getMostSpecificCause().getMessage());
        }
    }

    private void count(Outcome outcome) {
        tally.fetched++;
        switch (outcome) {
            case INSERTED -> tally.inserted++;
            case UPDATED -> tally.updated++;
            case UNCHANGED -> tally.unchanged++;
        }
    }

    private boolean forbidden(ListedPage page) {
        return failed(page, "robots.txt forbids it");
    }

    private boolean failed(ListedPage page, String reason) {
        LOG.warn("{} failed: {}", page.address(), reason);
        tally.failed++;
        return false;
    }

    private void reconcile(Collection<ListedPage> listed) {
        Set<String> skus = listed.stream().map(ListedPage::sku).collect(Collectors.toUnmodifiableSet());
        Delisting delisting = new Delisting(products, clock);
        tally.relisted = delisting.relist(skus);
        Delisting.Result result = delisting.delistAllBut(skus);
        tally.delisted = result.delisted();
        tally.delistRefused = result.refused();
    }

    private static final class Tally {
        int sitemapUrls;
        int fetched;
        int inserted;
        int updated;
        int unchanged;
        int notFound;
        int failed;
        int skipped;
        int delisted;
        int relisted;
        int requests;
        boolean delistRefused;

        CrawlSummary summary() {
            return new CrawlSummary(
                    sitemapUrls,
                    fetched,
                    inserted,
                    updated,
                    unchanged,
                    notFound,
                    failed,
                    skipped,
                    delisted,
                    relisted,
                    delisted + relisted + inserted,
                    requests,
                    delistRefused);
        }
    }
}
