package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LivingCatalogueTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final GeneratedCatalogue first = new GeneratedCatalogue(7, 3_000);
    private final LivingCatalogue world = new LivingCatalogue(first, 5, START);
    private final String sku = first.product(12).sku();

    @Test
    void on_the_first_day_it_is_the_catalogue_it_began_with() {
        assertThat(products(world)).isEqualTo(products(first));
        assertThat(world.today()).isEqualTo(START);
        assertThat(world.lastChanges().counts().values()).containsOnly(0);
    }

    @Test
    void a_week_moves_many_dates_and_changes_few_pages_all_among_the_moved() {
        world.nextWeek(0.9, 0.02);
        Changes changes = world.lastChanges();
        assertThat(world.today()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(changes.moved()).hasSizeBetween(2_600, 2_800).containsAll(changes.changed());
        assertThat(changes.changed()).hasSizeBetween(35, 90);
        assertThat(changes.stock()).isEmpty();
        for (int index = 0; index < 3_000; index++) {
            SaqProduct was = first.product(index);
            SaqProduct is = world.product(index);
            boolean same = was.price().equals(is.price()) && was.attributes().equals(is.attributes());
            assertThat(changes.changed().contains(is.sku())).isNotEqualTo(same);
            assertThat(is.lastModified())
                    .isEqualTo(changes.moved().contains(is.sku()) ? world.today() : was.lastModified());
            assertThat(is.price().orElseThrow()).isGreaterThanOrEqualTo(new BigDecimal("3.00"));
        }
    }

    @Test
    void a_week_may_move_nothing_or_everything() {
        world.nextWeek(0, 0);
        assertThat(world.lastChanges().counts().values()).containsOnly(0);
        world.nextWeek(1, 1);
        assertThat(world.lastChanges().moved()).hasSize(3_000);
        assertThat(world.lastChanges().changed()).hasSize(3_000);
        assertThatThrownBy(() -> world.nextWeek(0.1, 0.2)).hasMessageContaining("not above lastmodMoved");
        assertThatThrownBy(() -> world.nextWeek(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_day_moves_stock_alone() {
        world.nextDay();
        Changes changes = world.lastChanges();
        assertThat(world.today()).isEqualTo(START.plus(Duration.ofDays(1)));
        assertThat(changes.soldOutOnline()).isNotEmpty();
        assertThat(changes.backOnline()).isNotEmpty();
        assertThat(changes.stock()).containsAll(changes.backOnline()).hasSizeLessThan(400);
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.changed()).isEmpty();
    }

    @Test
    void after_a_year_about_as_much_can_be_bought_as_on_the_first_day() {
        IntStream.range(0, 365).forEach(day -> world.nextDay());
        assertThat(share(product -> product.stock().isOnline())).isBetween(0.08, 0.14);
        assertThat(share(product -> product.stock().inStores())).isBetween(0.22, 0.34);
    }

    @Test
    void the_same_steps_give_the_same_world_and_another_seed_another() {
        LivingCatalogue twin = new LivingCatalogue(first, 5, START);
        LivingCatalogue other = new LivingCatalogue(first, 6, START);
        for (LivingCatalogue each : List.of(world, twin, other)) {
            each.nextWeek();
            each.nextDay();
            each.add(3);
            each.restock(sku);
            each.nextDay();
        }
        assertThat(products(twin)).isEqualTo(products(world));
        assertThat(twin.storeQuantities(sku)).isEqualTo(world.storeQuantities(sku));
        assertThat(products(other)).isNotEqualTo(products(world));
    }

    @Test
    void a_product_is_sold_out_and_restocked_on_demand() {
        world.restock(sku);
        assertThat(stock()).isEqualTo(new Stock(24, true));
        assertThat(world.storeQuantities(sku)).isNotEmpty();
        world.setOnlineQuantity(sku, 3);
        assertThat(stock()).isEqualTo(new Stock(3, true));
        world.sellOut(sku);
        assertThat(stock()).isEqualTo(new Stock(0, false));
        assertThat(world.storeQuantities(sku)).isEmpty();
        assertThat(world.lastChanges().soldOutOnline()).containsExactly(sku);
        world.restock(sku);
        assertThat(world.lastChanges().backOnline()).containsExactly(sku);
        assertThat(world.lastChanges().stock()).containsExactly(sku);
        assertThat(world.lastChanges().moved()).isEmpty();
    }

    @Test
    void what_was_set_by_hand_goes_on_with_the_days_that_follow() {
        IntStream.range(0, 30).forEach(day -> world.nextDay());
        world.restock(sku);
        assertThat(stock().online()).isEqualTo(24);
        IntStream.range(0, 200).forEach(day -> world.nextDay());
        assertThat(stock().online()).isNotEqualTo(24);
    }

    @Test
    void a_price_is_set_and_moves_lastmod() {
        world.setPrice(sku, new BigDecimal("1624.75"));
        assertThat(world.bySku(sku).orElseThrow().price()).contains(new BigDecimal("1624.75"));
        assertThat(world.lastChanges().changed()).containsExactly(sku);
        assertThat(world.lastChanges().moved()).containsExactly(sku);
        assertThatThrownBy(() -> world.setPrice(sku, BigDecimal.ZERO)).hasMessageContaining("price is 0");
    }

    @Test
    void a_delisted_product_is_gone_and_those_behind_it_move_up() {
        List<String> gone = List.of(
                sku,
                first.product(0).sku(),
                first.product(2_999).sku(),
                first.product(13).sku());
        gone.forEach(world::delist);
        world.delist(sku);
        assertThat(world.size()).isEqualTo(2_996);
        assertThat(world.bySku(sku)).isEmpty();
        assertThat(world.byMagentoId(first.product(12).magentoId())).isEmpty();
        assertThat(world.indexOf(sku)).isEmpty();
        assertThat(products(world)).extracting(SaqProduct::sku).doesNotContainAnyElementsOf(gone);
        assertThat(products(world)).extracting(SaqProduct::sku).doesNotHaveDuplicates();
        for (int index = 0; index < world.size(); index += 7) {
            assertThat(world.indexOf(world.product(index).sku())).hasValue(index);
        }
        world.relist(sku);
        assertThat(world.lastChanges().relisted()).containsExactly(sku);
        assertThat(world.bySku(sku).orElseThrow().lastModified()).isEqualTo(world.today());
        assertThat(world.size()).isEqualTo(2_997);
    }

    @Test
    void new_products_appear_with_skus_and_numbers_of_their_own() {
        world.nextWeek();
        List<String> added = world.add(5);
        assertThat(world.size()).isEqualTo(3_005);
        assertThat(world.lastChanges().added()).containsExactlyInAnyOrderElementsOf(added);
        SaqProduct newcomer = world.bySku(added.getLast()).orElseThrow();
        assertThat(newcomer.lastModified()).isEqualTo(world.today());
        assertThat(newcomer.stock().isOnline()).isTrue();
        assertThat(world.byMagentoId(newcomer.magentoId())).contains(newcomer);
        assertThat(products(world)).extracting(SaqProduct::sku).doesNotHaveDuplicates();
        assertThat(products(world)).extracting(SaqProduct::magentoId).doesNotHaveDuplicates();
        assertThat(world.add(2)).doesNotContainAnyElementsOf(added);
        world.delist(added.getFirst());
        assertThat(world.bySku(added.getFirst())).isEmpty();
        assertThatThrownBy(() -> world.add(-1)).hasMessageContaining("products is -1");
    }

    @Test
    void stores_and_the_product_agree_on_whether_stores_have_it() {
        world.nextDay();
        for (int index = 0; index < 500; index++) {
            SaqProduct product = world.product(index);
            Map<String, Integer> stores = world.storeQuantities(product.sku());
            assertThat(stores.isEmpty()).isNotEqualTo(product.stock().inStores());
            assertThat(stores.values()).allMatch(bottles -> bottles > 0);
        }
    }

    @Test
    void some_products_are_in_a_handful_of_stores_and_some_in_hundreds() {
        List<Integer> spread = products(world).stream()
                .filter(product -> product.stock().inStores())
                .map(product -> world.storeQuantities(product.sku()).size())
                .toList();
        assertThat(spread).anyMatch(stores -> stores == 1).anyMatch(stores -> stores > 200);
    }

    @Test
    void a_store_is_supplied_and_emptied_on_demand_and_the_product_follows() {
        String store = world.stores().get(17).identifier();
        world.sellOut(sku);
        world.setStoreQuantity(sku, store, 6);
        assertThat(world.storeQuantities(sku)).containsExactly(Map.entry(store, 6));
        assertThat(world.storeQuantity(sku, store)).isEqualTo(6);
        assertThat(stock()).isEqualTo(new Stock(0, true));
        assertThat(world.lastChanges().stock()).containsExactly(sku);
        world.setStoreQuantity(sku, store, 0);
        assertThat(world.storeQuantity(sku, store)).isZero();
        assertThat(stock().inStores()).isFalse();
        assertThatThrownBy(() -> world.setStoreQuantity(sku, "99999", 1)).hasMessageContaining("store is \"99999\"");
        assertThatThrownBy(() -> world.setStoreQuantity(sku, store, -1)).hasMessageContaining("bottles is -1");
    }

    @Test
    void stores_are_401_in_quebec_with_identifiers_of_their_own() {
        List<Store> stores = world.stores();
        assertThat(stores).hasSize(401).extracting(Store::identifier).doesNotHaveDuplicates();
        assertThat(stores).allSatisfy(store -> {
            assertThat(store.identifier()).matches("23\\d{3}");
            assertThat(store.latitude()).isBetween(44.9, 50.5);
            assertThat(store.longitude()).isBetween(-80.0, -61.0);
            assertThat(store.postcode()).matches("[A-Z]\\d[A-Z] \\d[A-Z]\\d");
            assertThat(store.telephone()).matches("\\d{3}-555-01\\d\\d");
        });
        assertThat(stores.stream().filter(Store::temporarilyClosed).count()).isBetween(1L, 20L);
        Store montreal = stores.getFirst();
        assertThat(montreal.kilometresFrom(46.8139, -71.2080)).isBetween(220.0, 250.0);
        assertThat(montreal.kilometresFrom(montreal.latitude(), montreal.longitude()))
                .isZero();
    }

    @Test
    void an_unknown_sku_is_refused_by_name() {
        assertThatThrownBy(() -> world.restock("007")).hasMessageContaining("sku is \"007\"");
        assertThatThrownBy(() -> world.delist("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(world.bySku("007")).isEmpty();
    }

    @Test
    void a_reader_sees_a_step_whole_or_not_at_all() throws Exception {
        String store = world.stores().get(3).identifier();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> consistent = readers.submit(() -> {
                boolean all = true;
                while (!over.get()) {
                    World now = world.now();
                    SaqProduct product = now.bySku(sku).orElseThrow();
                    all &= product.stock().inStores()
                            == IntStream.of(now.bottles(product)).anyMatch(bottles -> bottles > 0);
                }
                return all;
            });
            for (int round = 0; round < 300; round++) {
                world.setStoreQuantity(sku, store, 2);
                world.sellOut(sku);
            }
            over.set(true);
            assertThat(consistent.get()).isTrue();
        }
    }

    private Stock stock() {
        return world.bySku(sku).map(SaqProduct::stock).orElseThrow();
    }

    private double share(Predicate<SaqProduct> wanted) {
        return products(world).stream().filter(wanted).count() / (double) world.size();
    }

    private static List<SaqProduct> products(SaqCatalogue catalogue) {
        return IntStream.range(0, catalogue.size()).mapToObj(catalogue::product).toList();
    }
}
