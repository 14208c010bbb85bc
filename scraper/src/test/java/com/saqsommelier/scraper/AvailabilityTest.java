package com.saqsommelier.scraper;

import static com.saqsommelier.scraper.StockWorld.ANNE;
import static com.saqsommelier.scraper.StockWorld.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.delivery.Deliveries;
import com.saqsommelier.core.delivery.Delivery;
import com.saqsommelier.core.delivery.Outcome;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.core.run.Runs;
import com.saqsommelier.simulator.saq.SaqProduct;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock of the whole catalogue, read from the stand-in's Live Search, and the events that follow from it. */
class AvailabilityTest {

    private static final int SIZE = 80;
    private static final Duration LONGER_THAN_QUIET = Duration.ofHours(7);

    private final StockWorld stock = new StockWorld(SIZE);
    private String in = "";
    private String out = "";

    @BeforeEach
    void aCatalogueWithABaseline() throws Exception {
        stock.crawl(true);
        assertThat(stock.readStores().exitCode()).isZero();
        in = stock.skus(true).getFirst();
        out = stock.skus(false).getFirst();
        stock.watch(ANNE, in);
        stock.watch(ANNE, out);
        stock.readAll();
    }

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void the_first_reading_makes_no_event() throws Exception {
        assertThat(stock.events()).isEmpty();

        AvailabilitySummary again = stock.readAll();

        assertThat(again.read()).isEqualTo(SIZE);
        assertThat(again.exitCode()).isZero();
        assertThat(again.compared()).isEqualTo(SIZE);
        assertThat(again.changed()).isZero();
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void what_comes_back_and_what_runs_out_is_told_once_to_those_who_watch() throws Exception {
        stock.watch(BEN, out);
        stock.world.restock(out);
        stock.world.sellOut(in);

        AvailabilitySummary summary = stock.readAll();

        assertThat(summary.events()).isEqualTo(2);
        assertThat(stock.events()).containsExactlyInAnyOrder(out + " restock: 0 to ?", in + " destock: ? to 0");
        assertThat(stock.deliveries())
                .containsExactlyInAnyOrder(
                        ANNE + " of " + out + " restock",
                        BEN + " of " + out + " restock",
                        ANNE + " of " + in + " destock");
        stock.readAll();
        assertThat(stock.events()).hasSize(2);
    }

    @Test
    void the_other_watcher_is_told_once_although_the_first_cannot_be_reached() throws Exception {
        stock.watch(BEN, out);
        stock.world.restock(out);
        stock.readAll();
        Deliveries deliveries = new Deliveries(stock.database, () -> stock.now);
        for (Delivery delivery : deliveries.claim("bot", 10)) {
            Outcome outcome = delivery.userId().equals(ANNE) ? Outcome.RETRY : Outcome.SENT;
            deliveries.report(delivery.id(), outcome, Optional.empty());
        }
        stock.pass(Duration.ofMinutes(5));

        List<Delivery> again = deliveries.claim("bot", 10);

        assertThat(again).extracting(Delivery::userId).containsExactly(ANNE);
        deliveries.report(again.getFirst().id(), Outcome.SENT, Optional.empty());
        stock.pass(Duration.ofDays(1));
        assertThat(deliveries.claim("bot", 10)).isEmpty();
    }

    @Test
    void a_watch_made_after_the_reading_is_not_told_of_it() throws Exception {
        stock.world.restock(out);
        stock.readAll();
        stock.watch(BEN, out);
        stock.readAll();

        assertThat(stock.deliveries()).containsExactly(ANNE + " of " + out + " restock");
    }

    @Test
    void a_product_that_comes_and_goes_within_hours_makes_one_event() throws Exception {
        stock.world.sellOut(in);
        stock.readAll();
        stock.world.restock(in);
        stock.pass(Duration.ofHours(1));
        stock.readAll();
        stock.world.sellOut(in);
        stock.pass(Duration.ofHours(1));
        stock.readAll();
        stock.pass(LONGER_THAN_QUIET);
        stock.readAll();

        assertThat(stock.events()).containsExactly(in + " destock: ? to 0");
    }

    @Test
    void what_is_still_so_when_the_quiet_is_over_is_told() throws Exception {
        stock.world.sellOut(in);
        stock.readAll();
        stock.world.restock(in);
        stock.pass(Duration.ofHours(1));
        stock.readAll();
        assertThat(stock.events()).hasSize(1);
        assertThat(product(in).facts().offer().available())
                .as("what is stored is the freshest")
                .isTrue();

        stock.pass(LONGER_THAN_QUIET);
        stock.readAll();

        assertThat(stock.events()).containsExactly(in + " destock: ? to 0", in + " restock: 0 to ?");
    }

    @Test
    void a_product_that_leaves_the_catalogue_and_returns_makes_these_events_and_no_others() throws Exception {
        stock.world.delist(in);
        stock.crawl(true);
        stock.readAll();
        stock.pass(Duration.ofDays(1));
        stock.world.relist(in);
        stock.crawl(true);
        stock.readAll();

        assertThat(stock.events()).containsExactly(in + " delisted", in + " relisted");
    }

    @Test
    void a_site_that_is_down_for_a_day_says_nothing() throws Exception {
        stock.saq.faults().at("/graphql").status(503);
        stock.pass(Duration.ofDays(1));
        assertThatThrownBy(stock::readAll)
                .isInstanceOf(CrawlStoppedException.class)
                .hasMessageContaining("503");
        stock.saq.faults().clear();
        stock.world.restock(out);
        stock.readAll();

        assertThat(stock.events()).containsExactly(out + " restock: 0 to ?");
    }

    @Test
    void records_that_do_not_come_say_nothing() throws Exception {
        stock.world.restock(out);
        stock.saq.faults().at("/graphql").nullItems();

        assertThatThrownBy(stock::readAll)
                .isInstanceOf(CrawlStoppedException.class)
                .hasMessageContaining("items");
        assertThat(stock.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"internal\"}],\"data\":null}",
                "{\"data\":{\"productSearch\":null}}",
                "{\"data\":{\"productSearch\":{\"total_count\":0,\"items\":[],\"facets\":[]}}}",
                "<html>Maintenance</html>",
                "",
            })
    void an_answer_that_says_nothing_makes_no_event(String body) throws Exception {
        stock.saq.faults().at("/graphql").body("application/json", body);
        try {
            AvailabilitySummary summary = stock.readAll();
            assertThat(summary.read()).isZero();
        } catch (CrawlStoppedException e) {
            assertThat(e).hasMessageContaining("Live Search");
        }
        stock.saq.faults().clear();

        assertThat(stock.readAll().changed()).isZero();
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void half_the_catalogue_at_once_waits_for_the_operator_and_is_told_when_released() throws Exception {
        turnEverythingOver();

        AvailabilitySummary held = stock.readAll();

        assertThat(held.exitCode()).isEqualTo(3);
        assertThat(held.held()).isTrue();
        assertThat(held.reason()).contains("--release", "--discard");
        assertThat(stock.events()).isEmpty();
        assertThat(product(in).facts().offer().available()).isTrue();

        stock.pass(Duration.ofSeconds(1));
        stock.watch(BEN, in);
        assertThat(stock.job().release())
                .hasValueSatisfying(applied -> assertThat(applied.events()).isGreaterThan(SIZE / 2));
        assertThat(stock.events()).contains(in + " destock: ? to 0");
        assertThat(stock.deliveries())
                .contains(ANNE + " of " + in + " destock")
                .noneMatch(line -> line.startsWith(BEN));
        assertThat(stock.job().release()).isEmpty();
    }

    @Test
    void what_is_discarded_leaves_nothing_behind() throws Exception {
        List<String> before = stock.skus(true);
        turnEverythingOver();
        stock.readAll();

        assertThat(stock.job().discard()).isPresent();
        assertThat(stock.job().discard()).isEmpty();

        turnBack(before);
        assertThat(stock.readAll().exitCode()).isZero();
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void the_next_good_reading_replaces_one_that_is_held() throws Exception {
        List<String> before = stock.skus(true);
        turnEverythingOver();
        stock.readAll();
        turnBack(before);

        assertThat(stock.readAll().exitCode()).isZero();
        assertThat(stock.job().release()).isEmpty();
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void a_page_never_beats_a_fresher_source_and_raises_no_alert() throws Exception {
        stock.week();
        stock.readAll();
        stock.world.setOnlineQuantity(in, 0);
        stock.world.setPrice(in, new BigDecimal("12.34"));
        stock.pass(Duration.ofHours(1));
        assertThat(stock.crawl(true).fetched()).isEqualTo(1);
        assertThat(product(in).facts().offer().available()).isTrue();

        stock.week();
        stock.world.setPrice(in, new BigDecimal("34.12"));
        stock.pass(Duration.ofHours(1));
        assertThat(stock.crawl(true).fetched()).isEqualTo(1);
        assertThat(product(in).facts().offer().available())
                .as("after days it does")
                .isFalse();
        assertThat(stock.events()).isEmpty();

        stock.readAll();
        assertThat(stock.events()).containsExactly(in + " destock: ? to 0");
    }

    @Test
    void pages_tell_where_they_are_the_only_source_and_another_source_begins_anew() throws Exception {
        try (StockWorld pages = new StockWorld(40)) {
            pages.crawl(false);
            String sku = pages.skus(false).getFirst();
            pages.week();
            pages.world.restock(sku);
            pages.world.setPrice(sku, new BigDecimal("12.34"));
            pages.pass(Duration.ofHours(1));
            assertThat(pages.crawl(false).fetched()).isEqualTo(1);
            assertThat(pages.events()).singleElement().asString().startsWith(sku + " restock: 0 to ");

            pages.world.sellOut(sku);
            pages.pass(Duration.ofDays(1));
            pages.readAll();
            assertThat(pages.events())
                    .as("the first reading of another source is a baseline")
                    .hasSize(1);
            pages.world.restock(sku);
            pages.pass(Duration.ofDays(1));
            pages.readAll();
            assertThat(pages.events()).hasSize(2);
        }
    }

    @Test
    void taste_vintage_and_profile_are_kept() throws Exception {
        List<Product> all = List.copyOf(
                new Products(stock.database).findAll(stock.skus(true)).values());

        assertThat(all)
                .anySatisfy(product ->
                        assertThat(product.facts().label().tasteTag()).isNotNull());
        assertThat(stock.database
                        .jdbc()
                        .sql("SELECT count(*) FROM products WHERE tasting_profile IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isPositive();
        for (String sku : stock.skus(true)) {
            assertThat(storeIds(sku))
                    .isEqualTo(List.copyOf(stock.world.storeQuantities(sku).keySet()));
        }
    }

    @Test
    void records_of_products_whose_page_was_not_read_yet_are_counted() throws Exception {
        stock.world.add(3);

        assertThat(stock.readAll().unknown()).isEqualTo(3);
    }

    @Test
    void one_run_at_a_time() throws Exception {
        try (var running = new Runs(stock.database, () -> stock.now).begin(Availability.JOB)) {
            assertThat(running.resumed()).isFalse();
            assertThatThrownBy(stock::readAll).isInstanceOf(RunInProgressException.class);
        }
    }

    /** What was online sells out, and what was not comes. */
    private void turnEverythingOver() {
        List<String> online = stock.skus(true);
        stock.skus(false).forEach(sku -> stock.world.setOnlineQuantity(sku, 24));
        online.forEach(sku -> stock.world.setOnlineQuantity(sku, 0));
    }

    private void turnBack(List<String> online) {
        for (int index = 0; index < stock.world.size(); index++) {
            SaqProduct product = stock.world.product(index);
            stock.world.setOnlineQuantity(product.sku(), online.contains(product.sku()) ? 5 : 0);
        }
    }

    private Product product(String sku) {
        return new Products(stock.database).find(sku).orElseThrow();
    }

    private List<String> storeIds(String sku) {
        return stock.database
                .jdbc()
                .sql("SELECT unnest(store_ids) FROM products WHERE sku = ?")
                .param(sku)
                .query(String.class)
                .list();
    }
}
