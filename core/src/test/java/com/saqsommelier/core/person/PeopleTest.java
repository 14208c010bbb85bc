package com.saqsommelier.core.person;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.stock.WatchedProduct;
import com.saqsommelier.core.stock.WatchedProducts;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final String ANNE = "tg:1";
    private static final String BEN = "tg:2";
    private static final String STORE = "23009";
    private static final String OTHER_STORE = "23101";

    private final Database database = TestDatabase.fresh();
    private final People people = new People(database);
    private final Watches watches = new Watches(database);
    private final WatchedProducts watched = new WatchedProducts(database);

    @BeforeEach
    void productsAndStores() {
        Products products = new Products(database);
        products.store(aRedWine().sku("11111").reading());
        products.store(aRedWine().sku("22222").reading());
        new Stores(database).store(List.of(store(STORE), store(OTHER_STORE)), READ_AT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nobody_has_to_be_known() {
        assertThat(people.find(ANNE)).isEqualTo(Person.unknown(ANNE));
    }

    @Test
    void choices_are_kept_and_stores_stand_in_the_order_they_were_chosen() {
        assertThat(people.prefer(ANNE, OTHER_STORE, READ_AT)).isTrue();
        assertThat(people.prefer(ANNE, STORE, READ_AT.plusSeconds(1))).isTrue();
        assertThat(people.prefer(ANNE, STORE, READ_AT.plusSeconds(2))).isTrue();
        assertThat(people.prefer(ANNE, "1", READ_AT)).as("no such store").isFalse();
        people.save(new Person(ANNE, Optional.of("en"), true, false, List.of()));
        people.save(new Person(ANNE, Optional.of("fr"), true, false, List.of()));

        assertThat(people.find(ANNE))
                .isEqualTo(new Person(ANNE, Optional.of("fr"), true, false, List.of(OTHER_STORE, STORE)));

        people.forget(ANNE, OTHER_STORE);
        assertThat(people.find(ANNE).stores()).containsExactly(STORE);
    }

    @Test
    void a_watch_keeps_its_first_time() {
        assertThat(watches.add(new Watch(ANNE, "11111", READ_AT))).isEqualTo(Watches.Added.NEW);
        assertThat(watches.add(new Watch(ANNE, "11111", READ_AT.plusSeconds(9))))
                .isEqualTo(Watches.Added.ALREADY_THERE);
        assertThat(watches.add(new Watch(ANNE, "99999", READ_AT))).isEqualTo(Watches.Added.UNKNOWN_PRODUCT);

        assertThat(watches.of(ANNE)).containsExactly(new Watch(ANNE, "11111", READ_AT));
        assertThat(watches.of(BEN)).isEmpty();
    }

    @Test
    void what_somebody_who_is_not_paused_watches_is_worth_a_question_in_their_stores() {
        people.prefer(ANNE, STORE, READ_AT);
        people.prefer(BEN, OTHER_STORE, READ_AT);
        people.save(new Person(BEN, Optional.empty(), false, true, List.of()));
        watches.add(new Watch(ANNE, "11111", READ_AT));
        watches.add(new Watch(BEN, "11111", READ_AT));
        watches.add(new Watch(BEN, "22222", READ_AT));

        assertThat(watched.all())
                .extracting(WatchedProduct::sku, WatchedProduct::stores)
                .containsExactly(tuple("11111", List.of(STORE)));
    }

    private static Store store(String id) {
        return new Store(id, "Laurier", null, null, "Montréal", null, null, Optional.empty(), null, false, null);
    }
}
