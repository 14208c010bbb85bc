package com.saqsommelier.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.scraper.JobProcess.Job;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills the process of a crawl (SIGKILL) at random moments and compares what is left with an undisturbed crawl. */
class KilledCrawlTest {

    private static final int KILLS = 50;
    private static final int SIZE = 600;
    private static final long SEED = 20_261_123;

    private final Random random = new Random(SEED);
    private final Instant firstDay = Instant.now().minus(30, ChronoUnit.DAYS);
    private final LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(7, SIZE), 7, firstDay);
    private final Database disturbed = TestDatabase.fresh();
    private final Database undisturbed = TestDatabase.fresh();
    private SaqSimulator site;
    private SaqSimulator control;

    @BeforeEach
    void start() throws IOException {
        site = SaqSimulator.start(0, world);
        control = SaqSimulator.start(0, world);
    }

    @AfterEach
    void stop() {
        site.close();
        control.close();
        disturbed.close();
        undisturbed.close();
    }

    @Test
    void fifty_kills_change_neither_the_catalogue_nor_its_events_and_repeat_a_request_each_at_most() throws Exception {
        int kills = crawlKilling(KILLS / 2);
        assertThat(Job.CRAWL.run(control.baseUrl(), undisturbed)).isZero();
        assertSame();

        world.nextWeek(0.9, 0.5);
        world.add(40);
        for (int index = 0; index < 6; index++) {
            world.delist(world.product(index * 3).sku());
        }
        kills += crawlKilling(KILLS - kills);
        assertThat(Job.CRAWL.run(control.baseUrl(), undisturbed)).isZero();
        assertSame();

        assertThat(kills).isEqualTo(KILLS);
        long asked = pageRequests(site);
        long needed = pageRequests(control);
        assertThat(asked - needed).isBetween(0L, (long) kills);
        assertThat(site.requests().violations()).isZero();
        assertThat(count(undisturbed, "events")).isEqualTo(46);
        assertThat(count(undisturbed, "runs WHERE state = 'killed'")).isZero();
        assertThat(count(disturbed, "runs WHERE state = 'killed'")).isPositive();
    }

    /** Starts the crawl again and again, kills it at a random moment, and lets the last one end. */
    private int crawlKilling(int kills) throws Exception {
        for (int kill = 0; kill < kills; kill++) {
            assertThat(JobProcess.killAfter(1 + random.nextInt(14), Job.CRAWL, site, disturbed, random))
                    .as("killed in its middle")
                    .isTrue();
        }
        JobProcess.finish(Job.CRAWL, site.baseUrl(), disturbed);
        return kills;
    }

    private void assertSame() {
        assertThat(rows(disturbed, "SELECT sku, kind, source FROM events ORDER BY sku, kind, id"))
                .isEqualTo(rows(undisturbed, "SELECT sku, kind, source FROM events ORDER BY sku, kind, id"));
        String products = """
                SELECT sku, to_jsonb(products) - ARRAY['url', 'image', 'revision', 'first_seen_at', 'fetched_at',
                    'page_read_at', 'changed_at', 'availability_checked_at', 'price_changed_at',
                    'available_changed_at', 'delisted_at'] AS facts, delisted_at IS NULL AS listed
                FROM products ORDER BY sku
                """;
        assertThat(rows(disturbed, products)).isEqualTo(rows(undisturbed, products));
    }

    private static List<String> rows(Database database, String sql) {
        return database.jdbc().sql(sql).query().listOfRows().stream()
                .map(Map::toString)
                .toList();
    }

    private static long count(Database database, String what) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + what)
                .query(Long.class)
                .single();
    }

    private static long pageRequests(SaqSimulator simulator) {
        return simulator.requests().byPath().entrySet().stream()
                .filter(path -> path.getKey().matches("/fr/\\d+"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
