package com.saqsommelier.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.scraper.JobProcess.Job;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills the processes that read stores and stock at random moments and compares events and deliveries. */
class KilledAvailabilityTest {

    private static final int SIZE = 40;
    private static final int KILLS_A_JOB = 5;

    private final Random random = new Random(20_261_124);
    private final LivingCatalogue world = new LivingCatalogue(
            new GeneratedCatalogue(9, SIZE), 9, Instant.now().minus(Duration.ofDays(30)));
    private final Database disturbed = TestDatabase.fresh();
    private final Database undisturbed = TestDatabase.fresh();
    private SaqSimulator site;

    @BeforeEach
    void start() throws IOException {
        site = SaqSimulator.start(0, world);
    }

    @AfterEach
    void stop() {
        site.close();
        disturbed.close();
        undisturbed.close();
    }

    @Test
    void kills_change_neither_the_stock_nor_who_is_told_of_it() throws Exception {
        String near = world.stores().get(0).identifier();
        String far = world.stores().get(400).identifier();
        for (Database database : List.of(undisturbed, disturbed)) {
            assertThat(Job.CRAWL.run(site.baseUrl(), database)).isZero();
        }
        all(Job.STORES, 30);
        Instant now = Instant.now();
        for (Database database : List.of(undisturbed, disturbed)) {
            for (int index = 0; index < 8; index++) {
                new Watches(database)
                        .add(new Watch("tg:" + index % 3, world.product(index).sku(), now));
            }
            new People(database).prefer("tg:0", near, now);
            new People(database).prefer("tg:1", far, now);
        }
        all(Job.WATCHED, 12);
        all(Job.ALL, 3);

        for (int index = 0; index < 8; index++) {
            String sku = world.product(index).sku();
            world.setOnlineQuantity(sku, world.product(index).stock().isOnline() ? 0 : 9);
            world.setStoreQuantity(sku, near, world.storeQuantity(sku, near) > 0 ? 0 : 4);
        }
        all(Job.ALL, 3);
        for (int index = 0; index < 8; index++) {
            world.setStoreQuantity(world.product(index).sku(), far, index % 2 == 0 ? 5 : 0);
        }
        all(Job.WATCHED, 12);

        assertThat(rows(undisturbed, "SELECT * FROM events WHERE store_id IS NULL"))
                .hasSize(8);
        assertThat(rows(undisturbed, "SELECT * FROM deliveries")).hasSizeGreaterThan(8);
    }

    /** Runs a job on both, killing it on one of them some times before. */
    private void all(Job job, int requests) throws Exception {
        for (int kill = 0; kill < KILLS_A_JOB; kill++) {
            JobProcess.killAfter(1 + random.nextInt(requests), job, site, disturbed, random);
        }
        JobProcess.finish(job, site.baseUrl(), disturbed);
        assertThat(job.run(site.baseUrl(), undisturbed)).isZero();
        for (String sql : List.of(
                "SELECT sku, kind, store_id, old, new FROM events ORDER BY sku, kind, store_id",
                "SELECT user_id, sku, kind, store_id FROM deliveries JOIN events ON events.id = event_id"
                        + " ORDER BY user_id, sku, kind, store_id",
                "SELECT sku, available, online_quantity, told_available, store_ids::text FROM products ORDER BY sku",
                "SELECT sku, store_id, in_stock, quantity, told FROM store_stock ORDER BY sku, store_id",
                "SELECT store_id, name, closed_at FROM stores ORDER BY store_id")) {
            assertThat(rows(disturbed, sql)).as("%s after %s", sql, job).isEqualTo(rows(undisturbed, sql));
        }
    }

    private static List<String> rows(Database database, String sql) {
        return database.jdbc().sql(sql).query().listOfRows().stream()
                .map(Map::toString)
                .toList();
    }
}
