package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.page.DuePage;
import com.saqsommelier.core.page.Pages;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Outcome;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.stock.Stock;
import com.saqsommelier.scraper.archive.ArchivedPage;
import com.saqsommelier.scraper.archive.PageArchive;
import com.saqsommelier.scraper.page.ProductPage;
import com.saqsommelier.scraper.page.ProductPageParser;
import com.saqsommelier.scraper.page.UnreadValue;
import com.saqsommelier.scraper.page.UnreadablePageException;
import com.saqsommelier.scraper.site.ForbiddenException;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.site.SiteRequest;
import com.saqsommelier.scraper.site.SiteResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Reads one page after the other into the catalogue. What a page says, what is remembered of the page and the event it
 * causes are one transaction. A page that fails is counted and logged with its address and the reason.
 */
final class PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);

    /** A genuine page weighs 400 KB. */
    private static final int LARGEST_PAGE = 10_000_000;

    private final Database database;
    private final Products products;
    private final Pages pages;
    private final Events events;
    private final SiteClient client;
    private final InstantSource clock;
    private final ParseHealth health;
    private final CrawlMetrics metrics;
    private final Tally tally;
    private final Optional<PageArchive> archive;
    private final Optional<Stock> teller;
    private final Optional<Instant> firstComplete;
    private final ProductPageParser parser = new ProductPageParser();

    /**
     * A reader.
     *
     * @param teller tells of stock that changed; empty where pages must not
     * @param firstComplete end of the first complete pass over the catalogue; what was listed before is no news, and
     *     nothing is while there was none
     */
    PageReader(
            Database database,
            SiteClient client,
            InstantSource clock,
            ParseHealth health,
            CrawlMetrics metrics,
            Tally tally,
            Optional<PageArchive> archive,
            Optional<Stock> teller,
            Optional<Instant> firstComplete) {
        this.database = database;
        this.products = new Products(database);
        this.pages = new Pages(database);
        this.events = new Events(database);
        this.client = client;
        this.clock = clock;
        this.health = health;
        this.metrics = metrics;
        this.tally = tally;
        this.archive = archive;
        this.teller = teller;
        this.firstComplete = firstComplete;
    }

    /**
     * Reads a page.
     *
     * @return whether it did not fail
     */
    boolean read(DuePage page) throws SiteClosedException, MarkupChangedException, InterruptedException {
        SiteResponse answer;
        try {
            SiteRequest ask = SiteRequest.upTo(LARGEST_PAGE).with(validators(page));
            answer = client.ask(page.url(), page.failedBefore() ? ask.ofDoubtfulUse() : ask);
        } catch (ForbiddenException e) {
            LOG.info("{} is in the sitemap and not for us: {}", page.url(), e.getMessage());
            tally.forbidden++;
            metrics.page("forbidden");
            return true;
        } catch (IOException e) {
            return failed(page, OptionalInt.empty(), e.toString());
        }
        if (answer.notModified()) {
            confirm(page);
            return true;
        }
        if (answer.missing()) {
            LOG.warn("{} is in the sitemap and answers {}", page.url(), answer.status());
            pages.failed(page, now(), OptionalInt.of(answer.status()));
            tally.notFound++;
            metrics.page("not_found");
            return true;
        }
        if (!answer.ok()) {
            return failed(page, OptionalInt.of(answer.status()), "it answers " + answer.status());
        }
        return store(page, answer);
    }

    private static Map<String, String> validators(DuePage page) {
        Map<String, String> headers = new HashMap<>();
        page.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
        page.lastModifiedHeader().ifPresent(time -> headers.put("If-Modified-Since", time));
        return headers;
    }

    private void confirm(DuePage page) {
        Instant at = now();
        database.inTransaction(() -> {
            pages.confirmed(page, at);
            return products.confirm(page.sku(), Offer.UNKNOWN, at);
        });
        health.confirmed();
        count(Outcome.UNCHANGED);
    }

    private boolean store(DuePage page, SiteResponse answer) throws MarkupChangedException {
        Instant at = now();
        try {
            keep(page, answer, at);
            ProductPage read = parse(page, answer);
            noteUnread(page, read);
            String hash = ContentHash.of(read);
            count(database.inTransaction(() -> {
                pages.read(
                        page,
                        at,
                        answer.header("ETag").orElse(null),
                        answer.header("Last-Modified").orElse(null),
                        hash);
                Outcome outcome = write(page, read, hash, at);
                tally.events += teller.map(stock -> stock.tell(page.sku())).orElse(0);
                return outcome;
            }));
            return true;
        } catch (UnreadablePageException e) {
            metrics.unreadable(e.field().label());
            return failed(page, OptionalInt.of(200), String.valueOf(e.getMessage()));
        } catch (DataIntegrityViolationException e) {
            // A value that no column takes: the page's fault and not the database's.
            return failed(
                    page,
                    OptionalInt.of(200),
                    "it cannot be stored: " + e.getMostSpecificCause().getMessage());
        }
    }

    /** A page that could not be read the last time either says nothing of the others. */
    private ProductPage parse(DuePage page, SiteResponse answer)
            throws UnreadablePageException, MarkupChangedException {
        ProductPage read;
        try {
            read = parser.parseFrench(answer.body(), answer.contentType(), page.url());
            health.read(read);
        } catch (UnreadablePageException e) {
            if (!page.failedBefore()) {
                health.unreadable();
                refuseChangedMarkup();
            }
            throw e;
        }
        refuseChangedMarkup();
        return read;
    }

    /** A number that cannot be is unknown, and the rest of the page as good as ever. */
    private void noteUnread(DuePage page, ProductPage read) {
        for (UnreadValue value : read.unread()) {
            LOG.warn(
                    "{} prints '{}' as {}, which cannot be; it stays unknown", page.url(), value.text(), value.field());
            tally.unreadValues++;
            metrics.unreadValue(value.field().label());
        }
    }

    private void refuseChangedMarkup() throws MarkupChangedException {
        Optional<String> alarm = health.alarm();
        if (alarm.isPresent()) {
            throw new MarkupChangedException(alarm.get());
        }
    }

    private Outcome write(DuePage page, ProductPage read, String hash, Instant at) {
        boolean same = page.contentHash().filter(hash::equals).isPresent();
        if (same && products.confirm(page.sku(), read.facts().offer(), at)) {
            return Outcome.UNCHANGED;
        }
        Outcome outcome =
                products.store(new ProductReading(page.sku(), page.url(), read.facts(), read.statedEmpty(), at));
        if (outcome == Outcome.INSERTED && news(page)) {
            events.add(new Event(page.sku(), EventKind.NEW, "page", at));
            tally.events++;
        }
        return outcome;
    }

    private boolean news(DuePage page) {
        return firstComplete
                .filter(end -> page.firstAttemptedAt().map(end::isBefore).orElse(true))
                .isPresent();
    }

    private void keep(DuePage page, SiteResponse answer, Instant at) {
        if (archive.isPresent()) {
            try {
                archive.get().add(new ArchivedPage(page.url(), at, answer.contentType(), answer.body()));
            } catch (IOException e) {
                throw new UncheckedIOException("The pages cannot be kept (--keep-html): " + e.getMessage(), e);
            }
        }
    }

    private void count(Outcome outcome) {
        tally.stored(outcome);
        metrics.page(outcome.name().toLowerCase(Locale.ROOT));
    }

    private boolean failed(DuePage page, OptionalInt status, String reason) {
        LOG.warn("{} failed: {}", page.url(), reason);
        pages.failed(page, now(), status);
        tally.failed++;
        metrics.page("failed");
        return false;
    }

    /** The database keeps microseconds, and an archive must give back the same moment. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
