package com.saqsommelier.core.stock;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockTest {

    private static final String WINE = "11111";
    private static final String LAURIER = "23009";
    private static final String PLATEAU = "23101";
    private static final Instant MONDAY = READ_AT.plus(Duration.ofDays(7));

    private final Database database = TestDatabase.fresh();
    private final Readings readings = new Readings(database);
    private final Stock stock = new Stock(database, Duration.ofHours(6));
    private final Products products = new Products(database);

    @BeforeEach
    void aProductAndTwoStores() {
        products.store(aRedWine().sku(WINE).reading());
        new Stores(database).store(List.of(store(LAURIER, "Laurier"), store(PLATEAU, "Plateau")), READ_AT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_first_reading_of_a_source_is_told_without_an_event() {
        assertThat(online(false, 0, MONDAY)).isEqualTo(new AppliedReadings(1, 0, 0));

        assertThat(events()).isEmpty();
        assertThat(products.find(WINE).orElseThrow().facts().offer().available())
                .isFalse();
    }

    @Test
    void what_comes_and_goes_is_told_with_its_bottles() {
        online(false, 0, MONDAY);
        online(true, 24, MONDAY.plus(Duration.ofDays(1)));
        online(false, null, MONDAY.plus(Duration.ofDays(2)));

        assertThat(events())
                .extracting(Event::kind, Event::storeId, Event::old, Event::current, Event::source)
                .containsExactly(
                        tuple(EventKind.RESTOCK, Optional.empty(), Optional.of("0"), Optional.of("24"), "live_search"),
                        tuple(EventKind.DESTOCK, Optional.empty(), Optional.empty(), Optional.of("0"), "live_search"));
    }

    @Test
    void a_flutter_within_the_quiet_time_is_stored_and_told_only_when_it_lasts() {
        online(false, 0, MONDAY);
        Instant back = MONDAY.plus(Duration.ofHours(1));
        online(true, 6, back);
        online(false, 0, back.plus(Duration.ofHours(1)));
        online(true, 6, back.plus(Duration.ofHours(2)));
        assertThat(events()).extracting(Event::kind).containsExactly(EventKind.RESTOCK);

        online(false, 0, back.plus(Duration.ofHours(5)));
        assertThat(products.find(WINE).orElseThrow().facts().offer().available())
                .isFalse();
        online(false, 0, back.plus(Duration.ofHours(6)));

        assertThat(events()).extracting(Event::kind).containsExactly(EventKind.RESTOCK, EventKind.DESTOCK);
    }

    @Test
    void what_sells_out_within_an_hour_of_its_alert_is_told_and_then_it_is_quiet() {
        online(false, 0, MONDAY);
        Instant back = MONDAY.plus(Duration.ofHours(1));
        online(true, 6, back);
        online(false, 0, back.plus(Duration.ofMinutes(59)));
        online(true, 6, back.plus(Duration.ofMinutes(90)));
        online(false, 0, back.plus(Duration.ofMinutes(100)));
        assertThat(events()).extracting(Event::kind).containsExactly(EventKind.RESTOCK, EventKind.DESTOCK);

        inStore(LAURIER, false, 0, MONDAY);
        inStore(LAURIER, true, 3, back);
        inStore(LAURIER, false, 0, back.plus(Duration.ofMinutes(59)));
        assertThat(events())
                .filteredOn(event -> event.storeId().isPresent())
                .extracting(Event::kind)
                .containsExactly(EventKind.RESTOCK, EventKind.DESTOCK);
    }

    @Test
    void an_older_reading_changes_nothing() {
        online(true, 6, MONDAY);

        assertThat(online(false, 0, MONDAY.minusSeconds(1))).isEqualTo(new AppliedReadings(0, 0, 0));
        assertThat(products.find(WINE).orElseThrow().facts().offer().available())
                .isTrue();
    }

    @Test
    void what_stores_have_is_listed_by_city_and_told_store_by_store() {
        inStore(LAURIER, true, 3, MONDAY);
        inStore(PLATEAU, false, 0, MONDAY);
        assertThat(events()).isEmpty();

        inStore(LAURIER, false, null, MONDAY.plus(Duration.ofDays(1)));
        inStore(PLATEAU, true, 12, MONDAY.plus(Duration.ofDays(1)));

        assertThat(events())
                .extracting(Event::kind, Event::storeId, Event::old, Event::current)
                .containsExactly(
                        tuple(EventKind.DESTOCK, Optional.of(LAURIER), Optional.empty(), Optional.of("0")),
                        tuple(EventKind.RESTOCK, Optional.of(PLATEAU), Optional.of("0"), Optional.of("12")));
        Shelves shelves = new Shelves(database);
        assertThat(shelves.of(WINE))
                .extracting(shelf -> shelf.store().id(), Shelf::quantity)
                .containsExactly(tuple(PLATEAU, 12));
        assertThat(shelves.checkedAt(WINE)).contains(MONDAY.plus(Duration.ofDays(1)));
        assertThat(shelves.checkedAt("99999")).isEmpty();
    }

    @Test
    void the_stores_of_a_record_speak_of_each_store_looked_at_before() {
        inStore(LAURIER, true, 3, MONDAY);
        Instant later = MONDAY.plus(Duration.ofDays(1));
        readings.addOnline(List.of(new OnlineReading(
                WINE,
                true,
                6,
                StockSource.LIVE_SEARCH,
                later,
                Optional.of(new LiveDetails(List.of(PLATEAU), "Fruité et généreux", 2020, null)))));
        readings.spreadToStores();

        stock.apply(readings);

        assertThat(events())
                .extracting(Event::kind, Event::storeId)
                .containsExactly(tuple(EventKind.DESTOCK, Optional.of(LAURIER)));
        assertThat(products.find(WINE).orElseThrow().storeIds()).containsExactly(PLATEAU);
        assertThat(products.find(WINE).orElseThrow().facts().label().vintage()).isEqualTo(2020);
    }

    @Test
    void of_two_readings_of_one_run_the_first_counts() {
        readings.addOnline(List.of(reading(true, 6, MONDAY), reading(false, 0, MONDAY)));

        stock.apply(readings);

        assertThat(products.find(WINE).orElseThrow().facts().offer().available())
                .isTrue();
    }

    @Test
    void readings_of_what_is_not_known_are_forgotten() {
        readings.addOnline(
                List.of(new OnlineReading("99999", true, 1, StockSource.LIVE_SEARCH, MONDAY, Optional.empty())));
        readings.addStores(List.of(new StoreReading(WINE, "1", true, 1, StockSource.STORE_LIST, MONDAY)));

        assertThat(stock.apply(readings)).isEqualTo(new AppliedReadings(0, 0, 0));
    }

    @Test
    void readings_that_would_change_too_much_can_wait_for_the_operator() {
        for (int sku = 20_000; sku < 20_100; sku++) {
            products.store(aRedWine().sku(Integer.toString(sku)).reading());
        }
        everything(true, MONDAY);
        stock.apply(readings);
        everything(false, MONDAY.plus(Duration.ofDays(1)));

        Verdict verdict = readings.verdict();
        assertThat(verdict.productsChanged()).isEqualTo(100);
        assertThat(verdict.believable(0.3)).isFalse();
        assertThat(verdict.believable(1)).isTrue();
        readings.hold(MONDAY, "100 of 101");
        assertThat(readings.held()).contains(new HeldReadings(MONDAY, "100 of 101"));

        readings.clear();
        assertThat(readings.held()).isEmpty();
        assertThat(stock.apply(readings)).isEqualTo(new AppliedReadings(0, 0, 0));
    }

    private void everything(boolean available, Instant at) {
        readings.addOnline(
                database
                        .jdbc()
                        .sql("SELECT sku FROM products WHERE sku <> ?")
                        .param(WINE)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(sku ->
                                new OnlineReading(sku, available, null, StockSource.LIVE_SEARCH, at, Optional.empty()))
                        .toList());
    }

    private AppliedReadings online(boolean available, @Nullable Integer quantity, Instant at) {
        readings.addOnline(List.of(reading(available, quantity, at)));
        return stock.apply(readings);
    }

    private void inStore(String store, boolean inStock, @Nullable Integer quantity, Instant at) {
        readings.addStores(List.of(new StoreReading(WINE, store, inStock, quantity, StockSource.STORE_LIST, at)));
        stock.apply(readings);
    }

    private List<Event> events() {
        return new Events(database).of(WINE);
    }

    private static OnlineReading reading(boolean available, @Nullable Integer quantity, Instant at) {
        return new OnlineReading(WINE, available, quantity, StockSource.LIVE_SEARCH, at, Optional.empty());
    }

    private static Store store(String id, String name) {
        return new Store(id, name, "SAQ", null, "Montréal", null, null, Optional.empty(), null, false, null);
    }
}
