package com.saqsommelier.scraper;

import static com.saqsommelier.scraper.StockWorld.ANNE;
import static com.saqsommelier.scraper.StockWorld.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.store.Stores;
import com.saqsommelier.simulator.saq.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The stock of what somebody watches, online and in the stores they prefer, by the site's own addresses. */
class WatchedAvailabilityTest {

    private static final Duration LONGER_THAN_QUIET = Duration.ofHours(7);

    private final StockWorld stock = new StockWorld(40);
    private final String near = stock.store(0);
    private final String far = stock.store(400);
    private String sku = "";

    @BeforeEach
    void aWatchedProduct() throws Exception {
        stock.crawl(false);
        stock.readStores();
        sku = stock.skus(false).getFirst();
        stock.world.sellOut(sku);
        stock.watch(ANNE, sku);
        stock.prefer(ANNE, near);
    }

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void the_first_reading_makes_no_event_and_costs_two_requests_a_product() throws Exception {
        stock.world.restock(sku);
        stock.saq.requests().clear();

        AvailabilitySummary summary = stock.readWatched();

        assertThat(summary.exitCode()).isZero();
        assertThat(summary.read()).isEqualTo(1);
        assertThat(stock.saq.requests().count())
                .as("robots.txt, online, stores")
                .isEqualTo(3);
        assertThat(stock.saq.requests().violations()).isZero();
        assertThat(stock.events()).isEmpty();
        assertThat(online()).isEqualTo(24);
    }

    @Test
    void a_bottle_in_a_preferred_store_is_told_with_where_and_how_many() throws Exception {
        stock.readWatched();
        stock.world.setStoreQuantity(sku, near, 6);
        stock.world.setStoreQuantity(sku, far, 3);

        stock.readWatched();

        assertThat(stock.events()).containsExactly(sku + " restock at " + near + ": 0 to 6");
        assertThat(stock.deliveries()).containsExactly(ANNE + " of " + sku + " restock at " + near);

        stock.pass(LONGER_THAN_QUIET);
        stock.world.setStoreQuantity(sku, near, 0);
        stock.readWatched();
        assertThat(stock.events()).contains(sku + " destock at " + near + ": ? to 0");
    }

    @Test
    void a_wall_in_the_middle_ends_the_run_early_and_what_was_read_is_used() throws Exception {
        stock.world.restock(sku);
        stock.saq.faults().at(stock.storesOf(sku)).body("text/html", "<title>Just a moment...</title>");

        AvailabilitySummary summary = stock.readWatched();

        assertThat(summary.endedEarly()).isTrue();
        assertThat(summary.held()).isFalse();
        assertThat(summary.reason()).contains("protection");
        assertThat(summary.exitCode()).isEqualTo(1);
        assertThat(online()).isEqualTo(24);
    }

    @Test
    void another_quantity_is_no_event() throws Exception {
        stock.world.setStoreQuantity(sku, near, 6);
        stock.readWatched();
        stock.world.setStoreQuantity(sku, near, 1);
        stock.readWatched();

        assertThat(stock.events()).isEmpty();
        assertThat(quantity(near)).isEqualTo(1);
    }

    @Test
    void bottles_that_move_from_store_to_store_concern_each_store_alone() throws Exception {
        stock.watch(BEN, sku);
        stock.prefer(BEN, far);
        stock.world.setStoreQuantity(sku, near, 6);
        stock.readWatched();
        stock.world.setStoreQuantity(sku, near, 0);
        stock.world.setStoreQuantity(sku, far, 6);

        stock.readWatched();

        assertThat(stock.events())
                .containsExactlyInAnyOrder(
                        sku + " destock at " + near + ": ? to 0", sku + " restock at " + far + ": 0 to 6");
        assertThat(stock.deliveries())
                .containsExactlyInAnyOrder(
                        ANNE + " of " + sku + " destock at " + near, BEN + " of " + sku + " restock at " + far);
    }

    @Test
    void what_comes_and_goes_in_a_store_within_hours_makes_one_event() throws Exception {
        stock.readWatched();
        for (int bottles : List.of(6, 0, 6)) {
            stock.world.setStoreQuantity(sku, near, bottles);
            stock.pass(Duration.ofHours(1));
            stock.readWatched();
        }
        stock.pass(LONGER_THAN_QUIET);
        stock.readWatched();

        assertThat(stock.events()).containsExactly(sku + " restock at " + near + ": 0 to 6");
    }

    @Test
    void live_search_speaks_of_stores_too() throws Exception {
        stock.readWatched();
        stock.world.setStoreQuantity(sku, near, 6);
        stock.pass(Duration.ofHours(1));

        stock.readAll();

        assertThat(stock.events()).containsExactly(sku + " restock at " + near + ": 0 to ?");
    }

    @Test
    void nobody_who_is_paused_costs_a_request() throws Exception {
        stock.database
                .jdbc()
                .sql("INSERT INTO people (user_id, paused) VALUES (?, true)")
                .param(ANNE)
                .update();

        assertThat(stock.readWatched().requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "null", "\"\"", "\"many\"", "1.5", "[]", "99999999999"})
    void a_number_of_bottles_that_cannot_be_is_a_failure_and_no_reading(String stated) throws Exception {
        stock.world.restock(sku);
        stock.readWatched();
        stock.saq.faults().at(stock.inventory(sku)).body("application/json", "{\"stock\":" + stated + "}");

        AvailabilitySummary summary = stock.readWatched();

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.exitCode()).isEqualTo(2);
        assertThat(online()).isEqualTo(24);
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void a_number_as_a_text_is_a_number() throws Exception {
        stock.saq.faults().at(stock.inventory(sku)).body("application/json", "{\"stock\":\"45\"}");

        stock.readWatched();

        assertThat(online()).isEqualTo(45);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "null", "\"some\"", "{}"})
    void a_quantity_that_cannot_be_says_nothing_of_that_store(String stated) throws Exception {
        stock.world.setStoreQuantity(sku, near, 6);
        stock.readWatched();
        answerStores("{\"total\":1,\"is_last_page\":true,\"list\":[" + entry(stock.storeAt(0), stated) + "]}");

        AvailabilitySummary summary = stock.readWatched();

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(quantity(near)).isEqualTo(6);
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void a_quantity_as_a_text_is_a_quantity() throws Exception {
        answerStores("{\"total\":1,\"is_last_page\":true,\"list\":[" + entry(stock.storeAt(0), "\"45\"") + "]}");

        stock.readWatched();

        assertThat(quantity(near)).isEqualTo(45);
    }

    @Test
    void a_list_that_never_says_that_it_ends_is_read_to_its_announced_total() throws Exception {
        stock.world.setStoreQuantity(sku, near, 6);
        stock.readWatched();
        // Without distances the nearest cannot be told, so that the whole list is asked for.
        String elsewhere = entry(stock.storeAt(7), "3").replaceFirst(",\"distance\":\"[^\"]*\"", "");
        answerStores("{\"total\":25,\"is_last_page\":false,\"list\":[" + elsewhere + "]}");
        stock.saq.requests().clear();

        AvailabilitySummary summary = stock.readWatched();

        assertThat(stock.saq.requests().byPath().get(stock.storesOf(sku))).isEqualTo(4);
        assertThat(summary.failed()).as("one store of 25 is not the whole list").isEqualTo(1);
        assertThat(quantity(near)).isEqualTo(6);
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void a_store_without_coordinates_is_looked_for_in_the_whole_list() throws Exception {
        stock.world.setStoreQuantity(sku, near, 6);
        stock.world.setStoreQuantity(sku, far, 2);
        stock.database
                .jdbc()
                .sql("UPDATE stores SET latitude = NULL, longitude = NULL WHERE store_id = ?")
                .param(near)
                .update();

        assertThat(stock.readWatched().exitCode()).isZero();

        assertThat(quantity(near)).isEqualTo(6);
        assertThat(quantity(far)).isEqualTo(2);
    }

    @Test
    void a_store_that_the_directory_has_not_listed_is_kept_to_be_learnt() throws Exception {
        Store unknown = new Store(
                "99123", "Nouvelle", "SAQ", "1, rue Neuve", "Ville", "H1H 1H1", "514-555-0100", 45.5, -73.5, false);
        answerStores("{\"total\":1,\"is_last_page\":true,\"list\":[" + entry(unknown, "3") + "]}");

        stock.readWatched();

        assertThat(new Stores(stock.database).find("99123")).isPresent();
        assertThat(quantity("99123")).isEqualTo(3);
        assertThat(listed("99123")).isFalse();
        assertThat(stock.readStores().closed())
                .as("it was never in the directory")
                .isZero();
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void an_answer_of_another_shape_says_what_to_set() throws Exception {
        stock.readWatched();
        answerStores("{\"stores\":[]}");

        AvailabilitySummary summary = stock.readWatched();

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.exitCode()).isEqualTo(1);
        assertThat(stock.events()).isEmpty();
    }

    @Test
    void a_product_without_its_page_cannot_be_asked_for() throws Exception {
        stock.database
                .jdbc()
                .sql("UPDATE products SET magento_id = NULL WHERE sku = ?")
                .param(sku)
                .update();

        assertThat(stock.readWatched().failed()).isEqualTo(1);
    }

    private void answerStores(String body) {
        stock.saq.faults().at(stock.storesOf(sku)).body("application/json", body);
    }

    private static String entry(Store store, String quantity) {
        String text = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "identifier",
                        store.identifier(),
                        "name",
                        store.name(),
                        "latitude",
                        Double.toString(store.latitude()),
                        "longitude",
                        "",
                        "qty",
                        0));
        return text.replaceFirst("\"qty\":0", "\"qty\":" + quantity).replaceFirst("}$", ",\"distance\":\"0,0 km\"}");
    }

    private @Nullable Integer online() {
        return new Products(stock.database)
                .find(sku)
                .orElseThrow()
                .facts()
                .offer()
                .onlineQuantity();
    }

    private int quantity(String store) {
        return stock.database
                .jdbc()
                .sql("SELECT quantity FROM store_stock WHERE sku = ? AND store_id = ?")
                .params(sku, store)
                .query(Integer.class)
                .single();
    }

    private boolean listed(String store) {
        return stock.database
                .jdbc()
                .sql("SELECT listed_at IS NOT NULL FROM stores WHERE store_id = ?")
                .param(store)
                .query(Boolean.class)
                .single();
    }
}
