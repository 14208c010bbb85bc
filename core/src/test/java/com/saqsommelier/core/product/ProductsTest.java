package com.saqsommelier.core.product;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsTest {

    private static final Instant NEXT_WEEK = READ_AT.plusSeconds(7 * 24 * 3600);

    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_field_of_a_reading_comes_back_as_it_was_stored() {
        ProductReading reading = aRedWine().sku("1867").reading();

        assertThat(products.store(reading)).isEqualTo(Outcome.INSERTED);

        Product stored = products.find("1867").orElseThrow();
        assertThat(stored.facts())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(reading.facts());
        assertThat(stored.url()).isEqualTo(reading.url());
        assertThat(stored.firstSeenAt()).isEqualTo(READ_AT);
        assertThat(stored.fetchedAt()).isEqualTo(READ_AT);
        assertThat(stored.changedAt()).isEqualTo(READ_AT);
        assertThat(stored.availabilityCheckedAt()).isEqualTo(READ_AT);
        assertThat(stored.delisted()).isFalse();
    }

    @Test
    void a_product_of_which_only_the_name_is_known_stays_unknown_in_all_else() {
        products.store(aProductNamed("Cidre").sku("22").reading());

        Product stored = products.find("22").orElseThrow();
        assertThat(stored.facts()).isEqualTo(ProductFacts.named("Cidre"));
        assertThat(stored.availabilityCheckedAt()).isNull();
    }

    @Test
    void a_field_missing_from_a_page_keeps_its_stored_value() {
        products.store(aRedWine().sku("1867").reading());

        Outcome outcome = products.store(
                aProductNamed("Château Sample").sku("1867").readAt(NEXT_WEEK).reading());

        assertThat(outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(products.find("1867").orElseThrow().facts())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(aRedWine().sku("1867").facts());
    }

    @Test
    void an_unchanged_page_moves_the_fetch_time_and_nothing_else() {
        products.store(aRedWine().sku("1867").reading());
        Product before = products.find("1867").orElseThrow();

        assertThat(products.store(aRedWine().sku("1867").readAt(NEXT_WEEK).reading()))
                .isEqualTo(Outcome.UNCHANGED);

        Product after = products.find("1867").orElseThrow();
        assertThat(after.fetchedAt()).isEqualTo(NEXT_WEEK);
        assertThat(after.changedAt()).isEqualTo(READ_AT);
        assertThat(after.revision()).isEqualTo(before.revision());
    }

    @Test
    void a_changed_price_moves_the_change_time_and_the_revision_but_not_the_first_sight() {
        products.store(aRedWine().sku("1867").reading());
        long before = products.find("1867").orElseThrow().revision();

        Outcome outcome = products.store(
                aRedWine().sku("1867").priced("26.50").readAt(NEXT_WEEK).reading());

        Product after = products.find("1867").orElseThrow();
        assertThat(outcome).isEqualTo(Outcome.UPDATED);
        assertThat(after.facts().offer().price()).isEqualByComparingTo("26.50");
        assertThat(after.changedAt()).isEqualTo(NEXT_WEEK);
        assertThat(after.firstSeenAt()).isEqualTo(READ_AT);
        assertThat(after.revision()).isGreaterThan(before);
    }

    @Test
    void a_text_that_no_longer_reads_as_a_number_takes_its_old_number_with_it() {
        products.store(aRedWine().sku("1867").reading());

        products.store(aRedWine()
                .sku("1867")
                .alcohol(new Measure(null, "variable"))
                .readAt(NEXT_WEEK)
                .reading());

        assertThat(products.find("1867").orElseThrow().facts().composition().alcohol())
                .isEqualTo(new Measure(null, "variable"));
    }

    @Test
    void a_reading_older_than_the_stored_one_changes_nothing() {
        products.store(aRedWine().sku("1867").readAt(NEXT_WEEK).reading());

        Outcome outcome = products.store(aRedWine().sku("1867").priced("1.00").reading());

        assertThat(outcome).isEqualTo(Outcome.UNCHANGED);
        Product stored = products.find("1867").orElseThrow();
        assertThat(stored.facts().offer().price()).isEqualByComparingTo("24.95");
        assertThat(stored.fetchedAt()).isEqualTo(NEXT_WEEK);
    }

    @Test
    void a_reading_without_a_name_is_refused() {
        ProductFacts nameless = new ProductFacts(
                new Naming(null, null, null, null, List.of(), null, null),
                Origin.UNKNOWN,
                Composition.UNKNOWN,
                Codes.UNKNOWN,
                Offer.UNKNOWN,
                Rating.UNKNOWN);

        assertThatThrownBy(() -> products.store(
                        new ProductReading("1867", URI.create("https://www.saq.com/fr/1867"), nameless, READ_AT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1867")
                .hasMessageContaining("no name");
    }

    @Test
    void a_sku_has_two_to_eight_digits() {
        assertThatThrownBy(() -> aRedWine().sku("../etc").reading()).hasMessageContaining("../etc");
        assertThat(ProductReading.isSku("42")).isTrue();
        assertThat(ProductReading.isSku("12345678")).isTrue();
        assertThat(ProductReading.isSku("1")).isFalse();
        assertThat(ProductReading.isSku("123456789")).isFalse();
        assertThat(ProductReading.isSku("12٣4")).isFalse();
    }

    @Test
    void readers_follow_changes_in_the_order_of_their_numbers() {
        products.store(aRedWine().sku("11").reading());
        products.store(aRedWine().sku("22").reading());
        products.store(aRedWine().sku("11").named("Renamed").readAt(NEXT_WEEK).reading());

        List<Product> all = products.changedAfter(0, 10);
        assertThat(all).extracting(Product::sku).containsExactly("22", "11");
        assertThat(all).extracting(Product::revision).isSorted();
        assertThat(products.changedAfter(all.getFirst().revision(), 10))
                .extracting(Product::name)
                .containsExactly("Renamed");
        assertThat(products.changedAfter(0, 1)).hasSize(1);
    }

    /** A number taken first and committed last would be stepped over by a reader that saw the later one. */
    @Test
    void a_reader_cannot_step_over_the_change_of_a_writer_that_commits_late() throws SQLException {
        products.store(aRedWine().sku("11").reading());
        products.store(aRedWine().sku("22").reading());
        long seen = products.changedAfter(0, 10).getLast().revision();

        try (Connection late = database.dataSource().getConnection()) {
            late.setAutoCommit(false);
            rename(late, "11", "Late");
            CompletableFuture<Outcome> second = CompletableFuture.supplyAsync(() -> products.store(
                    aRedWine().sku("22").named("Second").readAt(NEXT_WEEK).reading()));
            await().until(this::somebodyWaitsForTheRevisionLock);
            assertThat(products.changedAfter(seen, 10)).isEmpty();

            late.commit();
            second.join();
        }

        assertThat(products.changedAfter(seen, 10)).extracting(Product::name).containsExactly("Late", "Second");
    }

    @Test
    void count_speaks_of_listed_products() {
        products.store(aRedWine().sku("11").reading());
        products.store(aRedWine().sku("22").readAt(NEXT_WEEK).reading());
        database.jdbc()
                .sql("UPDATE products SET delisted_at = now() WHERE sku = '11'")
                .update();

        assertThat(products.count()).isEqualTo(1);
        assertThat(products.changedAfter(0, 10)).extracting(Product::delisted).containsExactly(false, true);
    }

    @Test
    void products_are_found_by_several_skus_at_once() {
        products.store(aRedWine().sku("11").reading());
        products.store(aRedWine().sku("22").reading());

        assertThat(products.findAll(List.of("22", "11", "33"))).containsOnlyKeys("11", "22");
    }

    @Test
    void only_what_a_page_states_to_be_empty_is_cleared() {
        ProductReading first = aRedWine().sku("11").reading();
        products.store(first);

        products.store(new ProductReading(
                "11",
                first.url(),
                ProductFacts.named("Château Sample"),
                EnumSet.of(ProductField.REGION, ProductField.GRAPES, ProductField.FEATURES, ProductField.SUGAR),
                NEXT_WEEK));

        ProductFacts stored = products.find("11").orElseThrow().facts();
        assertThat(stored.origin().region()).isNull();
        assertThat(stored.composition().grapes()).isEmpty();
        assertThat(stored.composition().grapesText()).isNull();
        assertThat(stored.composition().features()).isEmpty();
        assertThat(stored.composition().sugar()).isNull();
        assertThat(stored.origin().country()).isEqualTo(first.facts().origin().country());
        assertThat(Objects.requireNonNull(stored.composition().alcohol()).text())
                .isEqualTo("13,5 %");
        assertThat(stored.offer().price())
                .isEqualByComparingTo(first.facts().offer().price());
    }

    @Test
    void the_last_price_and_the_times_of_the_last_changes_are_kept() {
        products.store(aRedWine().sku("11").priced("24.95").reading());
        products.store(aRedWine().sku("11").priced("26.95").readAt(NEXT_WEEK).reading());
        Instant later = NEXT_WEEK.plusSeconds(60);
        products.store(aRedWine()
                .sku("11")
                .priced("26.95")
                .available(false)
                .readAt(later)
                .reading());

        assertThat(history("previous_price", BigDecimal.class)).isEqualByComparingTo("24.95");
        assertThat(history("price_changed_at", Timestamp.class).toInstant()).isEqualTo(NEXT_WEEK);
        assertThat(history("available_changed_at", Timestamp.class).toInstant()).isEqualTo(later);
    }

    private <T> T history(String column, Class<T> type) {
        return database.jdbc()
                .sql("SELECT " + column + " FROM products")
                .query(type)
                .single();
    }

    @Test
    void a_page_that_says_what_it_said_before_moves_the_fetch_and_stock_times_alone() {
        products.store(aRedWine().sku("11").reading());
        Product before = products.find("11").orElseThrow();

        assertThat(products.confirm("11", before.facts().offer(), NEXT_WEEK)).isTrue();

        Product after = products.find("11").orElseThrow();
        assertThat(after.fetchedAt()).isEqualTo(NEXT_WEEK);
        assertThat(after.availabilityCheckedAt()).isEqualTo(NEXT_WEEK);
        assertThat(after.changedAt()).isEqualTo(before.changedAt());
        assertThat(after.revision()).isEqualTo(before.revision());
        assertThat(products.confirm("99", Offer.UNKNOWN, NEXT_WEEK)).isFalse();
    }

    @Test
    void an_answer_without_a_page_confirms_the_facts_and_says_nothing_of_stock() {
        products.store(aRedWine().sku("11").reading());

        products.confirm("11", Offer.UNKNOWN, NEXT_WEEK);

        Product after = products.find("11").orElseThrow();
        assertThat(after.availabilityCheckedAt()).isEqualTo(READ_AT);
        assertThat(after.facts().offer().available()).isTrue();
    }

    @Test
    void a_page_does_not_beat_a_later_reading_of_stock() {
        products.store(aRedWine().sku("11").reading());
        database.jdbc()
                .sql("UPDATE products SET available = false, availability_checked_at = ?")
                .param(Timestamp.from(NEXT_WEEK.plusSeconds(1)))
                .update();

        products.store(aRedWine().sku("11").priced("30.00").readAt(NEXT_WEEK).reading());
        products.confirm("11", new Offer(null, null, true, 9), NEXT_WEEK);

        Product after = products.find("11").orElseThrow();
        assertThat(after.facts().offer().available()).isFalse();
        assertThat(after.facts().offer().price()).isEqualByComparingTo("30.00");
        assertThat(after.availabilityCheckedAt()).isEqualTo(NEXT_WEEK.plusSeconds(1));
    }

    @Test
    void the_same_page_may_be_read_again_by_a_better_parser() {
        products.store(aRedWine().sku("11").from("France", null, null).reading());
        products.confirm("11", Offer.UNKNOWN, NEXT_WEEK);

        assertThat(products.store(
                        aRedWine().sku("11").from("France", "Bordeaux", null).reading()))
                .isEqualTo(Outcome.UPDATED);
        assertThat(products.store(
                        aRedWine().sku("11").from("France", "Bordeaux", null).reading()))
                .isEqualTo(Outcome.UNCHANGED);

        Product after = products.find("11").orElseThrow();
        assertThat(after.facts().origin().region()).isEqualTo("Bordeaux");
        assertThat(after.fetchedAt()).isEqualTo(NEXT_WEEK);
    }

    @Test
    void an_english_name_is_noted() {
        products.store(aRedWine().sku("11").reading());

        products.nameInEnglish("11", "Sample Castle", NEXT_WEEK);

        assertThat(products.find("11").orElseThrow().facts().label().nameEn()).isEqualTo("Sample Castle");
    }

    @Test
    void work_that_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    products.store(aRedWine().sku("11").reading());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(products.find("11")).isEmpty();
    }

    private static void rename(Connection connection, String sku, String name) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE products SET name = ? WHERE sku = ?")) {
            update.setString(1, name);
            update.setString(2, sku);
            update.executeUpdate();
        }
    }

    private boolean somebodyWaitsForTheRevisionLock() {
        return database.jdbc()
                .sql("SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .query(Boolean.class)
                .single();
    }
}
