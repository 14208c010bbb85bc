package com.saqsommelier.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreDirectoryTest {

    private static final String DIRECTORY = "/fr/store/locator/ajaxlist";

    private final StockWorld stock = new StockWorld(5);
    private final Stores stores = new Stores(stock.database);

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void all_401_stores_are_read_ten_at_a_time() throws Exception {
        StoreSummary summary = stock.readStores();

        assertThat(summary.exitCode()).isZero();
        assertThat(summary.stores()).isEqualTo(401);
        assertThat(stock.saq.requests().byPath().get(DIRECTORY)).isEqualTo(41);
        assertThat(stock.saq.requests().violations()).isZero();
        assertThat(stores.count()).isEqualTo(401);
        com.saqsommelier.simulator.saq.Store given = stock.storeAt(3);
        Store read = stores.find(given.identifier()).orElseThrow();
        assertThat(read.name()).isEqualTo(given.name());
        assertThat(read.kind()).isEqualTo(given.type());
        assertThat(read.address()).isEqualTo(given.address());
        assertThat(read.city()).isEqualTo(given.city());
        assertThat(read.postalCode()).isEqualTo(given.postcode());
        assertThat(read.place().orElseThrow().latitude()).isCloseTo(given.latitude(), within());
        assertThat(read.openingHours()).contains("10:00");
        assertThat(stores.open()).filteredOn(Store::temporarilyClosed).isNotEmpty();
    }

    @Test
    void a_store_that_a_complete_directory_lacks_is_closed_and_opens_again_with_it() throws Exception {
        stock.readStores();
        answer(29, true, IntStream.range(1, 30));
        keepOnly(30);

        StoreSummary lacking = stock.readStores();

        assertThat(lacking.closed()).isEqualTo(1);
        assertThat(stores.find(stock.store(0)).orElseThrow().closed()).isTrue();
        stock.saq.faults().clear();
        stock.readStores();
        assertThat(stores.find(stock.store(0)).orElseThrow().closed()).isFalse();
    }

    @Test
    void a_directory_that_lacks_many_is_not_believed() throws Exception {
        stock.readStores();
        answer(100, true, IntStream.range(0, 100));

        StoreSummary summary = stock.readStores();

        assertThat(summary.exitCode()).isEqualTo(3);
        assertThat(summary.closingRefused()).isEqualTo(301);
        assertThat(stores.count()).isEqualTo(401);
    }

    @Test
    void a_directory_with_fewer_stores_than_it_says_closes_none() throws Exception {
        stock.readStores();
        keepOnly(30);
        answer(30, true, IntStream.range(1, 30));

        StoreSummary summary = stock.readStores();

        assertThat(summary.complete()).isFalse();
        assertThat(summary.exitCode()).isEqualTo(1);
        assertThat(summary.endedEarly()).isTrue();
        assertThat(stores.count()).isEqualTo(30);
    }

    @Test
    void a_directory_that_never_ends_is_left_at_its_announced_total() throws Exception {
        answer(30, false, IntStream.range(0, 30));
        stock.saq.requests().clear();

        assertThat(stock.readStores().stores()).isEqualTo(30);
        assertThat(stock.saq.requests().byPath().get(DIRECTORY)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "91", "NaN", "1e400"})
    void coordinates_that_cannot_be_are_unknown_and_keep_what_is_known(String latitude) throws Exception {
        stock.readStores();
        String entry = entry(0).replaceFirst("\"latitude\":\"[^\"]*\"", "\"latitude\":\"" + latitude + "\"");
        stock.saq
                .faults()
                .at(DIRECTORY)
                .body("application/json", "{\"total\":1,\"is_last_page\":true,\"list\":[" + entry + "]}");

        stock.readStores();

        assertThat(stores.find(stock.store(0)).orElseThrow().place()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{\"list\":null}", "[]"})
    void an_answer_of_another_shape_changes_nothing_and_says_so(String body) throws Exception {
        stock.saq.faults().at(DIRECTORY).body("application/json", body);

        assertThatThrownBy(stock::readStores)
                .isInstanceOf(CrawlStoppedException.class)
                .hasMessageContaining(DIRECTORY)
                .hasMessageContaining("list of stores");
        assertThat(stores.count()).isZero();
    }

    private static Offset<Double> within() {
        return Offset.offset(0.000_01);
    }

    /** The known stores are these first ones alone. */
    private void keepOnly(int number) {
        List<String> kept = IntStream.range(0, number).mapToObj(stock::store).toList();
        stock.database
                .jdbc()
                .sql("DELETE FROM stores WHERE store_id <> ALL (:kept::text[])")
                .param("kept", kept.toArray(String[]::new))
                .update();
    }

    /** The same page for every offset, with all these stores in it. */
    private void answer(int total, boolean last, IntStream places) {
        String list = places.mapToObj(this::entry).collect(Collectors.joining(","));
        stock.saq
                .faults()
                .at(DIRECTORY)
                .body(
                        "application/json",
                        "{\"total\":" + total + ",\"is_last_page\":" + last + ",\"list\":[" + list + "]}");
    }

    private String entry(int place) {
        com.saqsommelier.simulator.saq.Store store = stock.storeAt(place);
        return "{\"identifier\":\"" + store.identifier() + "\",\"name\":\"" + store.name() + "\",\"latitude\":\""
                + store.latitude() + "\",\"longitude\":\"" + store.longitude() + "\"}";
    }
}
