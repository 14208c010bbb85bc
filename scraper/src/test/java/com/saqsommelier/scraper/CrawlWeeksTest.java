package com.saqsommelier.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.saqsommelier.core.FullDisk;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.RunRecord;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.SaqSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crawls a stand-in in which weeks go by. */
class CrawlWeeksTest {

    private static final int SIZE = 100;

    private final LivingCatalogue world =
            new LivingCatalogue(new GeneratedCatalogue(7, SIZE), 7, Instant.parse("2026-01-05T08:00:00Z"));
    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);
    private final Events events = new Events(database);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private SaqSimulator saq;
    private int minutes;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws IOException {
        saq = SaqSimulator.start(0, world);
    }

    @AfterEach
    void stop() {
        saq.close();
        database.close();
    }

    @Test
    void a_week_costs_a_request_for_each_moved_lastmod_and_the_next_run_none() throws Exception {
        crawl();
        Map<String, Instant> dated = lastmods();
        world.nextWeek(0.8, 0.1);
        long moved = lastmods().entrySet().stream()
                .filter(page -> !page.getValue().equals(dated.get(page.getKey())))
                .count();
        long changed = world.lastChanges().changed().size();
        saq.requests().clear();

        CrawlSummary second = crawl();

        assertThat(second.fetched()).isEqualTo((int) moved);
        assertThat(second.updated()).isEqualTo((int) changed);
        assertThat(saq.requests().byStatus().get(304)).isEqualTo(moved - changed);
        assertThat(second.skipped()).isEqualTo((int) (SIZE - moved));
        assertThat(crawl().fetched()).isZero();
    }

    @Test
    void a_page_without_validators_that_says_what_it_said_is_unchanged_and_counts_as_read() throws Exception {
        crawl();
        database.jdbc()
                .sql("UPDATE pages SET etag = NULL, last_modified = NULL")
                .update();
        String sku = world.product(3).sku();
        Product before = products.find(sku).orElseThrow();
        world.nextWeek(1, 0);

        CrawlSummary second = crawl();

        assertThat(second.unchanged()).isEqualTo(SIZE);
        assertThat(second.updated()).isZero();
        Product after = products.find(sku).orElseThrow();
        assertThat(after.fetchedAt()).isAfter(before.fetchedAt());
        assertThat(after.changedAt()).isEqualTo(before.changedAt());
        assertThat(after.revision()).isEqualTo(before.revision());
    }

    @Test
    void in_the_first_pass_nothing_is_news_and_later_what_is_new_is_told_once() throws Exception {
        assertThat(crawl(settings -> settings.withLimit(OptionalInt.of(40))).left())
                .isEqualTo(60);
        crawl();
        assertThat(events.count()).isZero();

        List<String> added = world.add(3);
        CrawlSummary third = crawl();

        assertThat(third.events()).isEqualTo(3);
        assertThat(events.of(added.getFirst()))
                .extracting(event -> event.kind())
                .containsExactly(EventKind.NEW);
        crawl();
        assertThat(events.count()).isEqualTo(3);
    }

    @Test
    void what_is_new_is_read_first_then_what_is_watched() throws Exception {
        crawl();
        world.nextWeek(1, 0);
        String watched = world.product(77).sku();
        database.jdbc()
                .sql("INSERT INTO watches (user_id, sku, created_at) VALUES ('tg:1', ?, now())")
                .param(watched)
                .update();
        List<String> added = world.add(2);
        saq.requests().clear();

        crawl(settings -> settings.withLimit(OptionalInt.of(3)));

        assertThat(saq.requests().byPath())
                .containsKeys("/fr/" + added.get(0), "/fr/" + added.get(1), "/fr/" + watched);
    }

    @Test
    void delisting_beyond_belief_is_refused_until_it_is_forced() throws Exception {
        crawl();
        List<String> skus = skus();
        skus.subList(0, 30).forEach(world::delist);

        CrawlSummary refused = crawl();
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.delistRefused()).isEqualTo(30);
        assertThat(products.count()).isEqualTo(SIZE);
        assertThat(events.count()).isZero();

        CrawlSummary forced = crawl(settings -> settings.withForcedDelisting(true));
        assertThat(forced.exitCode()).isZero();
        assertThat(forced.delisted()).isEqualTo(30);
        assertThat(events.count()).isEqualTo(30);

        skus.subList(0, 30).forEach(world::relist);
        assertThat(crawl().relisted()).isEqualTo(30);
        assertThat(events.of(skus.getFirst()))
                .extracting(event -> event.kind())
                .containsExactly(EventKind.DELISTED, EventKind.RELISTED);
    }

    @Test
    void a_site_that_goes_down_ends_the_run_early_and_the_next_one_goes_on() throws Exception {

        for (int request = 30; request < 80; request++) {
            saq.faults().request(request).status(500);
        }

        CrawlSummary first = crawl();

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.reason()).contains("5 requests in a row");
        assertThat(first.failed()).isEqualTo(5);
        assertThat(first.left()).isPositive();
        assertThat(first.delisted()).isZero();
        assertThat(new Runs(database, world::today)
                        .last(Crawl.JOB)
                        .orElseThrow()
                        .complete())
                .isFalse();

        saq.faults().clear();
        saq.requests().clear();
        CrawlSummary second = crawl();

        assertThat(second.fetched()).isEqualTo(SIZE - first.fetched());
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void a_few_pages_that_always_fail_keep_nobody_from_reading_the_others() throws Exception {
        List<String> bad = skus().subList(0, 6);
        bad.forEach(sku -> saq.faults().at("/fr/" + sku).status(500));
        crawl();
        for (int run = 0; run < 2; run++) {
            world.nextWeek(1, 0.1);
            CrawlSummary next = crawl();

            assertThat(next.fetched()).isEqualTo(SIZE - 6);
            assertThat(next.failed()).isEqualTo(6);
            assertThat(next.left()).isZero();
            assertThat(next.exitCode()).isEqualTo(1);
        }
        assertThat(new Runs(database, world::today).lastComplete(Crawl.JOB)).isPresent();
    }

    @Test
    void products_that_never_had_a_readable_page_are_no_change_of_markup() throws Exception {
        List<String> bad = skus().subList(0, 25);
        for (int index = 0; index < 25; index++) {
            saq.faults().at("/fr/" + bad.get(index)).body("text/html; charset=utf-8", "<html></html>");
        }
        crawl();
        crawl();
        world.nextWeek(1, 0);

        CrawlSummary next = crawl();

        assertThat(next.exitCode()).isEqualTo(1);
        assertThat(next.fetched()).isEqualTo(SIZE - 25);

        saq.faults().clear();
        world.nextWeek(1, 0);
        assertThat(crawl().inserted()).isEqualTo(25);
        assertThat(events.count())
                .as("they were listed in the first pass and are no news")
                .isZero();
    }

    @Test
    void an_empty_sitemap_among_others_delists_nothing() throws Exception {
        crawl();
        String part = saq.requests().byPath().keySet().stream()
                .filter(path -> path.matches(".*sitemap_product-\\d.*|.*sitemap.*[12]\\.xml.*"))
                .sorted()
                .findFirst()
                .orElseThrow();
        world.delist(skus().getFirst());
        saq.faults()
                .at("/media/sitemaps/fr/sitemap_product.xml")
                .body(
                        "application/xml",
                        "<sitemapindex><sitemap><loc>" + saq.baseUrl() + part + "</loc></sitemap><sitemap><loc>"
                                + saq.baseUrl() + "/media/sitemaps/fr/empty.xml</loc></sitemap></sitemapindex>");
        saq.faults().at("/media/sitemaps/fr/empty.xml").body("application/xml", "<urlset></urlset>");

        CrawlSummary summary = crawl();

        assertThat(summary.delisted()).isZero();
        assertThat(summary.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("empty.xml", "nothing is delisted"));
        saq.faults().clear();
        assertThat(crawl().delisted()).isEqualTo(1);
    }

    @Test
    void an_english_page_where_the_french_one_should_be_is_not_stored() throws Exception {
        crawl();
        String sku = world.product(3).sku();
        Product before = products.find(sku).orElseThrow();
        saq.faults().at("/fr/" + sku).redirect("/en/" + sku);
        world.nextWeek(1, 0);

        CrawlSummary second = crawl();

        assertThat(second.failed()).isEqualTo(1);
        assertThat(products.find(sku).orElseThrow().facts()).isEqualTo(before.facts());
    }

    @Test
    void a_french_page_where_the_english_one_should_be_gives_no_english_name_and_is_asked_for_once() throws Exception {
        for (String sku : skus()) {
            saq.faults().at("/en/" + sku).redirect("/fr/" + sku);
        }
        assertThat(crawl(settings -> settings.withEnglish(true)).english()).isZero();
        saq.requests().clear();

        crawl(settings -> settings.withEnglish(true));

        assertThat(saq.requests().byPath().keySet()).noneMatch(path -> path.startsWith("/en/"));
    }

    @Test
    void what_cannot_be_read_is_kept_too_so_that_a_better_parser_can() throws Exception {
        String sku = world.product(3).sku();
        saq.faults().at("/fr/" + sku).body("text/html; charset=utf-8", "<html>unreadable</html>");
        crawl(settings -> settings.keepingHtml(Optional.of(directory)));

        Reparse.Summary again = new Reparse(directory, database, CrawlProgress.SILENT).run();

        assertThat(again.pages()).isEqualTo(SIZE);
        assertThat(again.failed()).isEqualTo(1);
        assertThat(again.exitCode()).isEqualTo(1);
    }

    @Test
    void a_kept_page_of_another_product_is_not_stored() throws Exception {
        String sku = world.product(3).sku();
        saq.faults().at("/fr/" + sku).redirect("/fr/" + world.product(4).sku());
        crawl(settings -> settings.keepingHtml(Optional.of(directory)));

        try (Database empty = TestDatabase.fresh()) {
            Reparse.Summary again = new Reparse(directory, empty, CrawlProgress.SILENT).run();
            assertThat(again.failed()).isEqualTo(1);
            assertThat(again.inserted()).isEqualTo(SIZE - 1);
        }
    }

    @Test
    void a_database_that_is_lost_ends_the_run_with_what_it_did() throws Exception {
        crawl(settings -> settings.withLimit(OptionalInt.of(10)));
        FullDisk.under(database);

        CrawlStoppedException lost = catchThrowableOfType(CrawlStoppedException.class, this::crawl);

        assertThat(lost).hasMessageContainingAll("no space left", "full disk", "the next run goes on");
        CrawlSummary summary = (CrawlSummary) lost.summary();
        assertThat(summary.reason()).contains("no space left");
        assertThat(summary.requests()).isPositive();
        assertThat(new Runs(database, world::today)
                        .last(Crawl.JOB)
                        .orElseThrow()
                        .reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no space left"));
    }

    @Test
    void pages_with_another_markup_end_the_run_before_more_is_written() throws Exception {
        crawl();
        Map<String, Object> before = facts();
        world.nextWeek(1, 0.5);
        for (String sku : skus()) {
            saq.faults()
                    .at("/fr/" + sku)
                    .body(
                            "text/html; charset=utf-8",
                            "<html><head><title>SAQ</title></head><body><script type=\"application/ld+json\">"
                                    + "{\"@type\":\"Product\",\"name\":\"Autre\",\"sku\":\"" + sku
                                    + "\"}</script></body></html>");
        }

        CrawlSummary changed = crawl();

        assertThat(changed.exitCode()).isEqualTo(3);
        assertThat(changed.markupChanged()).isTrue();
        assertThat(changed.reason()).contains("the site has changed its markup");
        assertThat(changed.fetched()).isLessThan(20);
        assertThat(changed.left()).isGreaterThan(80);
        // The few that were written before it was noticed kept what the pages did not say.
        assertThat(facts()).isEqualTo(before);

        saq.faults().clear();
        assertThat(crawl().exitCode()).isZero();
    }

    @Test
    void a_login_page_for_every_product_ends_the_run_too() throws Exception {
        saq.faults()
                .below("/fr/")
                .body("text/html; charset=utf-8", "<html><head><title>Connexion</title></head><body></body></html>");

        CrawlSummary summary = crawl();

        assertThat(summary.exitCode()).isEqualTo(3);
        assertThat(summary.failed()).isLessThanOrEqualTo(20);
        assertThat(products.count()).isZero();
    }

    @Test
    void what_is_unusual_without_being_unreadable_is_a_warning() throws Exception {
        crawl();
        world.nextWeek(1, 0);
        for (int index = 0; index < SIZE; index += 4) {
            saq.faults().at("/fr/" + world.product(index).sku()).body("text/html; charset=utf-8", "<html></html>");
        }

        CrawlSummary summary = crawl();

        assertThat(summary.failed()).isEqualTo(25);
        assertThat(summary.warnings()).anySatisfy(warning -> assertThat(warning).contains("lack a readable name"));
    }

    @Test
    void kept_pages_can_be_read_again_into_an_empty_catalogue() throws Exception {
        crawl(settings -> settings.keepingHtml(Optional.of(directory.resolve("kept"))));
        try (Database empty = TestDatabase.fresh()) {
            Reparse.Summary again = new Reparse(directory.resolve("kept"), empty, CrawlProgress.SILENT).run();

            assertThat(again.pages()).isEqualTo(SIZE);
            assertThat(again.inserted()).isEqualTo(SIZE);
            assertThat(again.exitCode()).isZero();
            for (String sku : skus()) {
                Product read = products.find(sku).orElseThrow();
                Product reread = new Products(empty).find(sku).orElseThrow();
                assertThat(reread.facts()).isEqualTo(read.facts());
                assertThat(reread.fetchedAt()).isEqualTo(read.fetchedAt());
                assertThat(reread.url()).isEqualTo(read.url());
            }
        }
        Reparse.Summary same = new Reparse(directory.resolve("kept"), database, CrawlProgress.SILENT).run();
        assertThat(same.unchanged()).isEqualTo(SIZE);
    }

    @Test
    void an_older_kept_page_changes_nothing() throws Exception {
        crawl(settings -> settings.keepingHtml(Optional.of(directory)));
        world.nextWeek(1, 0.5);
        crawl();
        Map<String, Object> before = facts();

        Reparse.Summary again = new Reparse(directory, database, CrawlProgress.SILENT).run();

        assertThat(again.updated()).isZero();
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void english_names_are_read_for_what_can_be_bought_and_only_once() throws Exception {
        CrawlSummary first = crawl(settings -> settings.withEnglish(true));
        long available = IntStream.range(0, SIZE)
                .filter(index -> world.product(index).stock().isOnline())
                .count();

        assertThat(first.english()).isEqualTo((int) available);
        SaqProduct one = IntStream.range(0, SIZE)
                .mapToObj(world::product)
                .filter(product -> product.stock().isOnline())
                .findFirst()
                .orElseThrow();
        assertThat(products.find(one.sku()).orElseThrow().facts().label().nameEn())
                .isEqualTo(one.name().en());
        assertThat(crawl(settings -> settings.withEnglish(true)).english()).isZero();
    }

    @Test
    void with_live_search_a_week_costs_about_a_request_for_each_change() throws Exception {
        UnaryOperator<CrawlSettings> detector = settings -> settings.withLiveSearch(Optional.of(new LiveSearchSettings(
                saq.baseUrl().resolve("/graphql"),
                LiveSearchAccess.DEFAULT.apiKey(),
                LiveSearchAccess.DEFAULT.environmentId())));
        crawl(detector);
        world.nextWeek(0.8, 0.1);
        Set<String> changed = Set.copyOf(world.lastChanges().changed());

        CrawlSummary second = crawl(detector);

        assertThat(second.warnings()).isEmpty();
        assertThat(second.fetched()).isBetween(changed.size() / 2, changed.size());
        assertThat(second.updated()).isEqualTo(second.fetched());

        saq.faults().at("/graphql").status(401);
        CrawlSummary without = crawl(detector);
        assertThat(without.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("SOMMELIER_SAQ_LIVESEARCH_KEY"));
        assertThat(without.fetched()).isGreaterThan(50);
    }

    @Test
    void a_second_run_is_refused_while_one_goes_on() throws Exception {
        try (Run running = new Runs(database, world::today).begin(Crawl.JOB)) {
            assertThatThrownBy(this::crawl).isInstanceOf(RunInProgressException.class);
            assertThat(saq.requests().count()).isZero();
            assertThat(running.resumed()).isFalse();
        }
    }

    @Test
    void a_run_is_written_down_with_its_counters() throws Exception {
        saq.faults().at("/fr/" + world.product(5).sku()).status(404);
        crawl();

        RunRecord run = new Runs(database, world::today).last(Crawl.JOB).orElseThrow();
        assertThat(run.exitCode()).hasValue(0);
        assertThat(run.complete()).isTrue();
        assertThat(run.counters().path("sitemap_urls").asInt()).isEqualTo(SIZE);
        assertThat(run.counters().path("not_found").asInt()).isEqualTo(1);
        assertThat(run.counters().path("not_products").asInt()).isPositive();
        assertThat(run.counters().path("health").path("pages").asInt()).isEqualTo(SIZE - 1);
    }

    @Test
    void a_monitoring_system_is_told() throws Exception {
        saq.faults().at("/fr/" + world.product(5).sku()).status(404);
        saq.faults().at("/fr/" + world.product(6).sku()).body("text/html", "<html></html>");

        CrawlSummary summary = crawl();

        assertThat(registry.get("saq.pages")
                        .tag("outcome", "inserted")
                        .counter()
                        .count())
                .isEqualTo(SIZE - 2);
        assertThat(registry.get("saq.parse.failures").counter().count()).isEqualTo(1);
        assertThat(registry.get("saq.requests").tag("status", "404").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("saq.response.bytes").counter().count()).isEqualTo((double) summary.bytes());
        assertThat(registry.get("saq.catalogue.products").gauge().value()).isEqualTo(SIZE - 2);
        assertThat(registry.get("saq.catalogue.complete.timestamp.seconds")
                        .gauge()
                        .value())
                .isPositive();
    }

    private CrawlSummary crawl() throws Exception {
        return crawl(settings -> settings);
    }

    private CrawlSummary crawl(UnaryOperator<CrawlSettings> change) throws Exception {
        CrawlSettings settings =
                change.apply(CrawlSettings.of(saq.baseUrl(), Duration.ZERO, "SAQSommelier/test (tests)"));
        minutes++;
        Instant hourLater = world.today().plus(Duration.ofHours(1)).plus(Duration.ofMinutes(minutes));
        return new Crawl(settings, database, CrawlProgress.SILENT, registry, () -> hourLater).run();
    }

    private List<String> skus() {
        return IntStream.range(0, world.size())
                .mapToObj(index -> world.product(index).sku())
                .collect(Collectors.toList());
    }

    private Map<String, Instant> lastmods() {
        return IntStream.range(0, world.size())
                .mapToObj(world::product)
                .collect(Collectors.toMap(SaqProduct::sku, SaqProduct::lastModified));
    }

    /** What is known of all products but their names. */
    private Map<String, Object> facts() {
        Set<String> skus = Set.copyOf(skus());
        return products.findAll(skus).values().stream()
                .collect(Collectors.toMap(
                        Product::sku, product -> product.facts().composition()));
    }
}
