package com.saqsommelier.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.SaqSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Crawls the stand-in over real HTTP into a real database. */
@Isolated("reads the log of the whole process")
class CrawlTest {

    private static final int SIZE = 60;
    private static final String USER_AGENT = "SAQSommelier/test (tests)";

    private final GeneratedCatalogue catalogue = new GeneratedCatalogue(7, SIZE);
    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);
    private final List<Boolean> progress = new ArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("com.saqsommelier.scraper");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private SaqSimulator saq;

    @BeforeEach
    void start() throws IOException {
        saq = SaqSimulator.start(0, catalogue);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        saq.close();
        database.close();
    }

    @Test
    void a_first_crawl_stores_every_product_once() throws Exception {
        CrawlSummary summary = crawl();

        assertThat(summary.sitemapUrls()).isEqualTo(SIZE);
        assertThat(summary.inserted()).isEqualTo(SIZE);
        assertThat(summary.failed()).isZero();
        assertThat(summary.exitCode()).isZero();
        assertThat(products.count()).isEqualTo(SIZE);
        assertThat(progress).hasSize(SIZE).containsOnly(false);
        SaqProduct made = catalogue.product(3);
        Product stored = products.find(made.sku()).orElseThrow();
        assertThat(stored.name()).isEqualTo(made.name().fr());
        assertThat(stored.facts().offer().price())
                .isEqualByComparingTo(made.price().orElseThrow());
        assertThat(stored.facts().codes().magentoId()).isEqualTo(Long.valueOf(made.magentoId()));
        assertThat(stored.url().toString()).isEqualTo(saq.baseUrl() + "/fr/" + made.sku());
    }

    @Test
    void it_asks_only_for_what_is_allowed_one_at_a_time_and_says_who_it_is() throws Exception {
        CrawlSummary summary = crawl();

        assertThat(saq.requests().violations()).isZero();
        assertThat(saq.requests().mostAtOnce()).isEqualTo(1);
        assertThat(saq.requests().byUserAgent()).containsOnlyKeys(USER_AGENT);
        assertThat(saq.requests().count()).isEqualTo(summary.requests());
    }

    @Test
    void it_pauses_between_the_end_of_an_answer_and_the_next_request() throws Exception {
        Duration delay = Duration.ofMillis(50);

        crawl(delay, OptionalInt.of(5));

        assertThat(saq.requests().smallestGap())
                .hasValueSatisfying(gap -> assertThat(gap).isGreaterThanOrEqualTo(delay.minusMillis(1)));
    }

    @Test
    void an_unchanged_site_is_not_read_again() throws Exception {
        crawl();
        long requests = saq.requests().count();

        CrawlSummary second = crawl();

        assertThat(second.skipped()).isEqualTo(SIZE);
        assertThat(second.fetched()).isZero();
        assertThat(saq.requests().count() - requests).isLessThan(5);
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void a_limited_crawl_goes_on_where_it_stopped() throws Exception {
        assertThat(crawl(Duration.ZERO, OptionalInt.of(20)).inserted()).isEqualTo(20);
        assertThat(crawl(Duration.ZERO, OptionalInt.of(20)).inserted()).isEqualTo(20);
        assertThat(products.count()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8        | ''",
                "text/html; charset=utf-8        | <html><body>Maintenance</body></html>",
                "text/html; charset=utf-8        | <html><script type=\"application/ld+json\">{\"@type\":\"Product\",</script></html>",
                "application/json                | {\"ok\":true}",
                "text/html; charset=utf-16       | <html></html>",
            })
    void a_page_of_another_kind_is_a_failure_and_the_crawl_goes_on(String contentType, String body) throws Exception {
        saq.faults().at(page(5)).body(contentType, body);

        CrawlSummary summary = crawl();

        assertOneFailed(summary);
    }

    @Test
    void a_cut_page_and_a_closed_connection_are_failures_and_the_crawl_goes_on() throws Exception {
        saq.faults().at(page(5)).cutBody();
        assertOneFailed(crawl());

        saq.faults().clear();
        saq.faults().at(page(5)).closeConnection();
        assertThat(crawl().failed()).isEqualTo(1);

        saq.faults().clear();
        assertThat(crawl().inserted()).isEqualTo(1);
        assertThat(products.count()).isEqualTo(SIZE);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 403, 302})
    void a_page_that_is_refused_is_a_failure(int status) throws Exception {
        saq.faults().at(page(5)).status(status);

        assertOneFailed(crawl());
    }

    @Test
    void an_outage_in_the_middle_ends_the_run_early_with_a_reason() throws Exception {
        crawl(Duration.ZERO, OptionalInt.of(20));
        saq.faults().below("/fr/").status(405);

        CrawlSummary summary = crawl();

        assertThat(summary.endedEarly()).isTrue();
        assertThat(summary.reason()).contains("keeps programs out");
        assertThat(summary.notFound()).isZero();
        assertThat(summary.markupChanged()).isFalse();
        assertThat(summary.delisted()).isZero();
    }

    @Test
    void a_page_that_is_gone_is_counted_apart_and_is_no_failure() throws Exception {
        saq.faults().at(page(5)).status(404);

        CrawlSummary summary = crawl();

        assertThat(summary.notFound()).isEqualTo(1);
        assertThat(summary.failed()).isZero();
        assertThat(summary.exitCode()).isZero();
    }

    @Test
    void the_page_of_another_product_is_not_stored_under_this_ones_sku() throws Exception {
        String other =
                "<html><script type=\"application/ld+json\">{\"@type\":\"Product\",\"name\":\"Other\",\"sku\":\"99\"}"
                        + "</script></html>";
        saq.faults().at(page(5)).body("text/html; charset=utf-8", other);

        assertOneFailed(crawl());
        assertThat(products.find("99")).isEmpty();
    }

    @Test
    void a_name_that_no_database_takes_is_a_failure_of_its_page_alone() throws Exception {
        String nul =
                "<html><script type=\"application/ld+json\">{\"@type\":\"Product\",\"name\":\"A\\u0000B\",\"sku\":\"%s\"}"
                                .formatted(catalogue.product(5).sku())
                        + "</script></html>";
        saq.faults().at(page(5)).body("text/html; charset=utf-8", nul);

        assertOneFailed(crawl());
    }

    @Test
    void robots_that_cannot_be_had_stop_the_crawl_before_anything_changes() {
        saq.faults().at("/robots.txt").status(503);
        assertStops("/robots.txt", "503");

        saq.faults().clear();
        saq.faults().at("/robots.txt").closeConnection();
        assertStops("/robots.txt", "cannot be fetched");

        saq.faults().clear();
        saq.faults().at("/robots.txt").body("text/html", "<html>Oups</html>");
        assertStops("/robots.txt", "web page");
    }

    @Test
    void robots_that_are_not_there_allow_everything() throws Exception {
        saq.faults().at("/robots.txt").status(404);

        assertThat(crawl().inserted()).isEqualTo(SIZE);
    }

    @Test
    void what_robots_forbid_is_not_asked_for_and_no_failure() throws Exception {
        String forbidden = "/fr/" + catalogue.product(5).sku();
        saq.faults().at("/robots.txt").body("text/plain", "User-agent: sAqSommelier\nDisallow: " + forbidden + "$\n");

        CrawlSummary summary = crawl();

        assertThat(saq.requests().count(forbidden)).isZero();
        assertThat(summary.forbidden()).isEqualTo(1);
        assertThat(summary.failed()).isZero();
        assertThat(summary.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Maintenance</html>                | cannot be read",
                "<urlset><url><loc>http://elsewhere.example/fr/1867</loc></url></urlset> | list no product page",
                "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset> | list no product page",
                "''                                      | cannot be read",
            })
    void a_sitemap_that_makes_no_sense_stops_the_crawl_and_delists_nothing(String body, String reason)
            throws Exception {
        crawl();
        saq.faults().below("/media/sitemaps/").body("text/xml", body);

        assertStops("", reason);
        assertThat(products.count()).isEqualTo(SIZE);
    }

    @Test
    void entries_that_cannot_be_used_delist_nothing_of_what_they_mean() throws Exception {
        crawl();
        StringBuilder sitemap = new StringBuilder("<urlset>");
        for (int index = 0; index < SIZE; index++) {
            String host = index < 10
                    ? "https://cdn.example"
                    : saq.baseUrl().toString().replace("http:", "HTTP:");
            sitemap.append("<url><loc>%s/fr/%s</loc></url>"
                    .formatted(host, catalogue.product(index).sku()));
        }
        saq.faults().below("/media/sitemaps/").body("text/xml", sitemap + "</urlset>");

        CrawlSummary summary = crawl();

        assertThat(summary.otherHosts()).isEqualTo(10);
        assertThat(summary.sitemapUrls()).isEqualTo(SIZE - 10);
        assertThat(summary.delisted()).isZero();
        assertThat(summary.warnings())
                .anyMatch(warning -> warning.contains("10 products by addresses that cannot be used"));
        assertThat(products.count()).isEqualTo(SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<loc></loc>", "<loc>n/a</loc>", ""})
    void an_entry_without_an_address_may_mean_any_product_and_nothing_is_delisted(String location) throws Exception {
        crawl();
        StringBuilder sitemap = new StringBuilder("<urlset><url>" + location + "</url>");
        for (int index = 1; index < SIZE; index++) {
            sitemap.append("<url><loc>%s/fr/%s</loc></url>"
                    .formatted(saq.baseUrl(), catalogue.product(index).sku()));
        }
        saq.faults().below("/media/sitemaps/").body("text/xml", sitemap + "</urlset>");

        assertThat(crawl().delisted()).isZero();
        assertThat(products.count()).isEqualTo(SIZE);
    }

    @Test
    void a_sitemap_that_cannot_be_had_stops_the_crawl() {
        saq.faults().below("/media/sitemaps/").status(500);

        assertStops("/media/sitemaps/", "500");
    }

    @Test
    void a_catalogue_that_shrank_to_a_half_is_not_believed() throws Exception {
        crawl();

        CrawlSummary summary;
        try (SaqSimulator half = SaqSimulator.start(0, new GeneratedCatalogue(7, SIZE / 2))) {
            summary = crawl(half, Duration.ZERO, OptionalInt.empty());
        }

        assertThat(summary.delistRefused()).isEqualTo(SIZE / 2);
        assertThat(summary.exitCode()).isEqualTo(3);
        assertThat(summary.delisted()).isZero();
        assertThat(products.count()).isEqualTo(SIZE);
    }

    @Test
    void a_product_that_left_the_sitemap_is_delisted_and_comes_back_with_it() throws Exception {
        crawl();
        CrawlSummary without;
        try (SaqSimulator smaller = SaqSimulator.start(0, new GeneratedCatalogue(7, SIZE - 1))) {
            without = crawl(smaller, Duration.ZERO, OptionalInt.empty());
        }
        assertThat(without.delisted()).isEqualTo(1);
        assertThat(products.find(catalogue.product(SIZE - 1).sku())
                        .orElseThrow()
                        .delisted())
                .isTrue();

        CrawlSummary again = crawl();

        assertThat(again.relisted()).isEqualTo(1);
        assertThat(products.count()).isEqualTo(SIZE);
    }

    private void assertOneFailed(CrawlSummary summary) {
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.inserted()).isEqualTo(SIZE - 1);
        assertThat(summary.exitCode()).isEqualTo(1);
        assertThat(progress).hasSize(SIZE).containsOnlyOnce(true);
        assertThat(log.list)
                .as("one line names the page and the cause")
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains(saq.baseUrl() + page(5)))
                .singleElement()
                .asString()
                .matches(".* failed: .{10,}");
    }

    private void assertStops(String address, String reason) {
        assertThatThrownBy(this::crawl)
                .isInstanceOf(CrawlStoppedException.class)
                .hasMessageContaining(saq.baseUrl() + address)
                .hasMessageContaining(reason);
    }

    private String page(int index) {
        String sku = catalogue.product(index).sku();
        assertThat(ProductReading.isSku(sku)).isTrue();
        return "/fr/" + sku;
    }

    private CrawlSummary crawl() throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return crawl(Duration.ZERO, OptionalInt.empty());
    }

    private CrawlSummary crawl(Duration delay, OptionalInt limit)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        return crawl(saq, delay, limit);
    }

    private CrawlSummary crawl(SaqSimulator site, Duration delay, OptionalInt limit)
            throws CrawlStoppedException, RunInProgressException, InterruptedException {
        CrawlProgress watcher = new CrawlProgress() {
            @Override
            public void pages(int total) {
                progress.clear();
            }

            @Override
            public void pageDone(boolean failed) {
                progress.add(failed);
            }
        };
        return new Crawl(
                        CrawlSettings.of(site.baseUrl(), delay, USER_AGENT).withLimit(limit),
                        database,
                        watcher,
                        new SimpleMeterRegistry(),
                        InstantSource.system())
                .run();
    }
}
