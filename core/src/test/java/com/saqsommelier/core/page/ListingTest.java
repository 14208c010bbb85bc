package com.saqsommelier.core.page;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Instant NOW = Instant.parse("2026-03-09T03:30:00Z");
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));
    private static final Duration DAY = Duration.ofDays(1);

    private final Database database = TestDatabase.fresh();
    private final Listing listing = new Listing(database);
    private final Pages pages = new Pages(database);
    private final Products products = new Products(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_page_that_was_never_asked_for_is_due() {
        list("11", null);

        assertThat(due()).containsExactly("11");
    }

    @Test
    void a_page_is_due_when_it_changed_after_it_was_read_and_not_when_before() {
        list("11", LAST_WEEK.plusSeconds(1));
        list("22", LAST_WEEK.minusSeconds(1));
        read("11", LAST_WEEK, LAST_WEEK.minusSeconds(50), null);
        read("22", LAST_WEEK, LAST_WEEK.minusSeconds(50), null);

        assertThat(due()).containsExactly("11");
    }

    @Test
    void a_page_that_was_read_on_the_day_of_its_lastmod_is_due_once_more_when_the_day_is_over() {
        Instant endOfThisDay = NOW.plus(Duration.ofHours(5));
        list("11", endOfThisDay);
        read("11", NOW.minusSeconds(60), endOfThisDay, null);
        assertThat(due()).isEmpty();

        Instant tomorrow = NOW.plus(DAY);
        DuePolicy then = new DuePolicy(tomorrow, tomorrow, Duration.ofDays(6), Duration.ofDays(60));
        assertThat(listing.due(then)).hasSize(1);
        read("11", tomorrow, endOfThisDay, null);
        assertThat(listing.due(then)).isEmpty();
    }

    @Test
    void a_record_that_changed_is_believed_although_lastmod_has_not_moved() {
        list("11", LAST_WEEK.minusSeconds(1));
        read("11", LAST_WEEK, LAST_WEEK.minusSeconds(1), "old");
        listing.noteRecords(Map.of("11", "new"));

        assertThat(due()).containsExactly("11");
    }

    @Test
    void a_page_without_lastmod_is_due_at_its_age() {
        list("11", null);
        list("22", null);
        read("11", NOW.minus(Duration.ofDays(6)).minusSeconds(1), null, null);
        read("22", NOW.minus(Duration.ofDays(6)).plusSeconds(1), null, null);

        assertThat(due()).containsExactly("11");
    }

    @Test
    void a_missing_page_waits_for_its_age_and_a_failed_one_for_the_next_pass() {
        list("11", NOW);
        list("22", NOW);
        list("33", null);
        pages.failed(page("11", NOW), NOW.minus(DAY), OptionalInt.of(404));
        pages.failed(page("22", NOW), NOW.minus(DAY), OptionalInt.empty());
        read("33", LAST_WEEK, null, null);
        pages.failed(page("33", null), NOW.minus(DAY), OptionalInt.of(503));

        assertThat(due()).containsExactly("33", "22");
    }

    @Test
    void what_was_asked_for_in_vain_comes_last_and_says_so() {
        list("11", NOW);
        list("22", NOW);
        list("33", NOW);
        pages.failed(page("11", NOW), LAST_WEEK, OptionalInt.of(500));
        read("22", LAST_WEEK, LAST_WEEK, null);
        pages.failed(page("22", NOW), LAST_WEEK.plusSeconds(1), OptionalInt.of(500));

        List<DuePage> due = listing.due(policy(NOW));

        assertThat(due).extracting(DuePage::sku).containsExactly("33", "22", "11");
        assertThat(due).extracting(DuePage::failedBefore).containsExactly(false, true, true);
        assertThat(due.getFirst().firstAttemptedAt()).isEmpty();
        assertThat(due.get(1).firstAttemptedAt()).contains(LAST_WEEK);
    }

    @Test
    void what_was_asked_for_in_this_pass_is_not_asked_for_again() {
        list("11", NOW);
        pages.failed(page("11", NOW), NOW.minusSeconds(60), OptionalInt.of(503));

        assertThat(listing.due(policy(NOW.minusSeconds(61)))).isEmpty();
        assertThat(listing.due(policy(NOW.minusSeconds(59)))).hasSize(1);
    }

    @Test
    void with_an_unchanged_record_a_moved_lastmod_waits_for_its_age() {
        list("11", NOW);
        list("22", NOW);
        list("33", NOW);
        read("11", LAST_WEEK, LAST_WEEK, "same");
        read("22", LAST_WEEK, LAST_WEEK, "other");
        read("33", LAST_WEEK, LAST_WEEK, null);
        listing.noteRecords(Map.of("11", "same", "22", "new", "33", "first"));

        assertThat(due()).containsExactly("22", "33");

        read("11", NOW.minus(Duration.ofDays(76)), LAST_WEEK, "same");
        assertThat(due()).containsExactly("11", "22", "33");
    }

    @Test
    void waiting_pages_do_not_come_due_in_one_week() {
        for (int sku = 100; sku < 200; sku++) {
            list(Integer.toString(sku), NOW);
            read(Integer.toString(sku), NOW.minus(Duration.ofDays(60)), LAST_WEEK, "same");
            listing.noteRecords(Map.of(Integer.toString(sku), "same"));
        }

        assertThat(due()).hasSizeBetween(25, 75);
    }

    @Test
    void new_ones_come_first_then_watched_ones_then_what_was_read_longest_ago() {
        for (String sku : List.of("11", "22", "33", "44")) {
            list(sku, NOW);
            products.store(aRedWine().sku(sku).reading());
        }
        read("11", LAST_WEEK.plusSeconds(2), null, null);
        read("22", LAST_WEEK.plusSeconds(1), null, null);
        read("33", LAST_WEEK.plusSeconds(3), null, null);
        database.jdbc()
                .sql(
                        "INSERT INTO watches (user_id, sku, created_at) VALUES ('tg:1', '33', now()), ('tg:2', '33', now())")
                .update();

        assertThat(due()).containsExactly("44", "33", "22", "11");
    }

    @Test
    void a_due_page_brings_its_validators_and_its_content() {
        list("11", NOW);
        pages.read(page("11", LAST_WEEK), LAST_WEEK, "\"e\"", "Mon, 02 Mar 2026 03:30:00 GMT", "hash");

        DuePage page = listing.due(policy(NOW)).getFirst();

        assertThat(page.url()).hasToString("https://www.saq.com/fr/11");
        assertThat(page.etag()).contains("\"e\"");
        assertThat(page.lastModifiedHeader()).contains("Mon, 02 Mar 2026 03:30:00 GMT");
        assertThat(page.contentHash()).contains("hash");
    }

    @Test
    void a_sku_that_is_listed_twice_counts_once_with_its_latest_change() {
        assertThat(listing.add(List.of(
                        new ListedPage("11", "https://www.saq.com/fr/11", Optional.of(LAST_WEEK)),
                        new ListedPage("11", "https://www.saq.com/fr/11?x", Optional.of(NOW)))))
                .isEqualTo(1);

        DuePage page = listing.due(policy(NOW)).getFirst();
        assertThat(page.url()).hasToString("https://www.saq.com/fr/11");
        assertThat(page.lastModified()).contains(NOW);
    }

    @Test
    void what_is_not_listed_is_delisted_and_what_is_again_is_relisted_each_with_one_event() {
        products.store(aRedWine().sku("11").reading());
        products.store(aRedWine().sku("22").reading());
        list("11", null);

        assertThat(listing.missing()).isEqualTo(1);
        assertThat(listing.delistMissing(NOW)).isEqualTo(1);
        assertThat(listing.delistMissing(NOW.plusSeconds(1))).isZero();
        assertThat(products.find("22").orElseThrow().delistedAt()).isEqualTo(NOW);

        list("22", null);
        assertThat(listing.relist(NOW.plusSeconds(2))).isEqualTo(1);
        assertThat(listing.relist(NOW.plusSeconds(3))).isZero();

        assertThat(new Events(database).of("22"))
                .extracting(event -> event.kind())
                .containsExactly(EventKind.DELISTED, EventKind.RELISTED);
        assertThat(new Events(database).count()).isEqualTo(2);
    }

    private List<String> due() {
        return listing.due(policy(NOW)).stream().map(DuePage::sku).toList();
    }

    private static DuePolicy policy(Instant passBeganAt) {
        return new DuePolicy(NOW, passBeganAt, Duration.ofDays(6), Duration.ofDays(60));
    }

    private void list(String sku, @Nullable Instant lastModified) {
        listing.add(List.of(new ListedPage(sku, "https://www.saq.com/fr/" + sku, Optional.ofNullable(lastModified))));
    }

    private void read(String sku, Instant at, @Nullable Instant lastModified, @Nullable String record) {
        DuePage page = page(sku, lastModified);
        pages.read(
                new DuePage(
                        sku,
                        page.url(),
                        page.lastModified(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(record),
                        Optional.empty(),
                        false),
                at,
                null,
                null,
                "hash");
    }

    private static DuePage page(String sku, @Nullable Instant lastModified) {
        return new DuePage(
                sku,
                java.net.URI.create("https://www.saq.com/fr/" + sku),
                Optional.ofNullable(lastModified),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
