package com.saqsommelier.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoresTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
    private static final Place PLACE = new Place(45.52, -73.58);

    private final Database database = TestDatabase.fresh();
    private final Stores stores = new Stores(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_stored_comes_back_whole() {
        Store store = store("23009", "Laurier", "514 273-0000", Optional.of(PLACE));

        stores.store(List.of(store), MONDAY);

        assertThat(stores.find("23009")).contains(store);
        assertThat(stores.find("1")).isEmpty();
    }

    @Test
    void what_a_later_directory_leaves_out_stays_known() {
        stores.store(List.of(store("23009", "Laurier", "514 273-0000", Optional.of(PLACE))), MONDAY);

        stores.store(List.of(store("23009", "Laurier Ouest", null, Optional.empty())), TUESDAY);

        assertThat(stores.find("23009")).contains(store("23009", "Laurier Ouest", "514 273-0000", Optional.of(PLACE)));
    }

    @Test
    void a_store_that_is_no_longer_listed_can_be_closed_and_opens_when_it_is_back() {
        stores.store(List.of(store("1"), store("2")), MONDAY);
        stores.store(List.of(store("2")), TUESDAY);
        assertThat(stores.notListedSince(TUESDAY)).containsExactly("1");

        stores.close(List.of("1"), TUESDAY);
        assertThat(stores.find("1").orElseThrow().closed()).isTrue();
        assertThat(stores.open()).extracting(Store::id).containsExactly("2");
        assertThat(stores.notListedSince(TUESDAY)).isEmpty();

        stores.store(List.of(store("1")), TUESDAY);
        assertThat(stores.find("1").orElseThrow().closed()).isFalse();
        assertThat(stores.count()).isEqualTo(2);
    }

    @Test
    void a_store_that_only_a_product_named_is_not_missing_from_the_directory() {
        stores.store(List.of(store("1")), MONDAY);
        stores.note(List.of(store("1", "Another name", null, Optional.empty()), store("3")));

        assertThat(stores.notListedSince(MONDAY)).isEmpty();
        assertThat(stores.find("1").orElseThrow().name()).isEqualTo("Laurier");
        assertThat(stores.find("3")).isPresent();
    }

    private static Store store(String id) {
        return store(id, "Laurier", null, Optional.empty());
    }

    private static Store store(String id, String name, @Nullable String telephone, Optional<Place> place) {
        return new Store(id, name, "SAQ", "1, rue Laurier", "Montréal", "H2T 1S4", telephone, place, "{}", false, null);
    }
}
