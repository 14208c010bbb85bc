package com.saqsommelier.core.digest;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DigestsTest {

    private static final String ANNE = "tg:1";
    private static final String GROUP = "tg:-100";

    private final Database database = TestDatabase.fresh();
    private final Digests digests = new Digests(database);
    private final Products products = new Products(database);
    private final Events events = new Events(database);

    /** A Friday at four in the afternoon in Montréal. */
    private Instant now = Instant.parse("2026-11-27T21:00:00Z");

    private final DigestRecipients recipients = new DigestRecipients(database, () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_week_is_called_by_the_clock_of_montreal() {
        assertThat(DigestWeek.at(Instant.parse("2026-11-30T04:59:59Z"))).isEqualTo("2026-W48");
        assertThat(DigestWeek.at(Instant.parse("2026-11-30T05:00:00Z"))).isEqualTo("2026-W49");
        assertThat(DigestWeek.at(Instant.parse("2027-01-01T12:00:00Z"))).isEqualTo("2026-W53");
    }

    @Test
    void each_product_stands_under_one_heading_as_it_is_now() {
        Instant wednesday = now.minus(Duration.ofDays(2));
        happened("11111", EventKind.NEW, wednesday);
        happened("22222", EventKind.RELISTED, wednesday);
        happened("33333", EventKind.DELISTED, wednesday);
        products.delist(List.of("33333"), wednesday);
        happened("44444", EventKind.NEW, wednesday);
        products.delist(List.of("44444"), wednesday);
        happened("11111", EventKind.RESTOCK, wednesday);
        happened("55555", EventKind.NEW, now.minus(Duration.ofDays(8)));

        DigestNews news = digests.news(digests.present(now));

        assertThat(news).isEqualTo(new DigestNews(List.of("11111"), List.of("22222"), List.of("33333")));
    }

    @Test
    void a_week_begins_where_the_last_one_ended_and_is_fixed_by_the_first_claim() {
        DigestWeek first = recipients.claim("job", List.of(), 10).week();
        assertThat(first.since()).isEqualTo(now.minus(Duration.ofDays(7)));
        Instant until = now;
        now = now.plus(Duration.ofHours(1));
        assertThat(digests.present(now)).isEqualTo(first);
        assertThat(digests.find("2026-W40")).isEmpty();

        now = now.plus(Duration.ofDays(7));
        assertThat(digests.present(now).since()).isEqualTo(until);
        now = now.plus(Duration.ofDays(30));
        assertThat(digests.present(now).since()).isEqualTo(now.minus(Duration.ofDays(7)));
    }

    @Test
    void those_who_opted_in_and_groups_get_it_once_a_week() {
        wants(ANNE, false);
        wants("tg:2", true);

        assertThat(claim("job").recipients())
                .extracting(DigestRecipient::userId)
                .containsExactlyInAnyOrder(GROUP, ANNE);
        sendAll("job", GROUP);
        sendAll("job", ANNE);
        now = now.plus(Duration.ofHours(2));
        assertThat(claim("job").recipients()).isEmpty();

        now = now.plus(Duration.ofDays(7));
        assertThat(claim("job").recipients()).hasSize(2);
    }

    @Test
    void a_message_that_was_begun_is_never_begun_again_whoever_was_killed() {
        wants(ANNE, false);
        claim("killed");
        assertThat(begin("killed", 1)).isTrue();
        recipients.sent("2026-W48", ANNE, 1, false);
        assertThat(begin("killed", 2)).isTrue();
        assertThat(claim("next").recipients()).isEmpty();
        assertThat(claim("next").waiting()).isEqualTo(2);

        now = now.plus(DigestRecipients.LEASE).plusSeconds(1);
        DigestRecipient anne = claim("next").recipients().stream()
                .filter(recipient -> recipient.userId().equals(ANNE))
                .findFirst()
                .orElseThrow();

        assertThat(anne.partsBegun()).isEqualTo(2);
        assertThat(begin("next", 2)).isFalse();
        assertThat(begin("killed", 3)).as("its lease is over").isFalse();
        assertThat(begin("next", 3)).isTrue();
        recipients.sent("2026-W48", ANNE, 3, true);
        assertThat(begin("next", 4)).isFalse();
    }

    @Test
    void what_was_certainly_refused_is_tried_again_and_given_up_in_the_end() {
        wants(ANNE, false);
        for (int attempt = 1; attempt <= DigestRecipients.MOST_TRIES; attempt++) {
            DigestRecipient anne =
                    recipients.claim("job", List.of(), 10).recipients().getFirst();
            assertThat(anne.lastTry()).isEqualTo(attempt == DigestRecipients.MOST_TRIES);
            assertThat(begin("job", 1)).isTrue();
            recipients.retry("2026-W48", ANNE, "job", 1, Duration.ofSeconds(30));
            now = now.plusSeconds(31);
        }

        assertThat(recipients.claim("job", List.of(), 10)).satisfies(claim -> {
            assertThat(claim.recipients()).isEmpty();
            assertThat(claim.waiting()).isZero();
        });
    }

    @Test
    void who_blocked_us_is_paused_and_gets_no_more() {
        wants(ANNE, false);
        claim("job");
        recipients.end("2026-W48", ANNE, 1, true);

        assertThat(new People(database).find(ANNE).paused()).isTrue();
    }

    private DigestRecipients.Claim claim(String consumer) {
        return recipients.claim(consumer, List.of(GROUP), 10);
    }

    private boolean begin(String consumer, int part) {
        return recipients.begin("2026-W48", ANNE, consumer, part);
    }

    @Test
    void a_recipient_that_failed_is_tried_again_by_each_further_run_of_the_week_and_not_by_the_same() {
        assertThat(recipients.claim("run-1", List.of(GROUP), 10).recipients()).hasSize(1);
        assertThat(recipients.begin("2026-W48", GROUP, "run-1", 1)).isTrue();
        recipients.end("2026-W48", GROUP, 1, false);
        assertThat(recipients.claim("run-1", List.of(GROUP), 10).recipients()).isEmpty();

        DigestRecipients.Claim again = recipients.claim("run-2", List.of(GROUP), 10);

        assertThat(again.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.userId()).isEqualTo(GROUP);
            assertThat(recipient.partsBegun()).isZero();
        });
        assertThat(recipients.begin("2026-W48", GROUP, "run-2", 1)).isTrue();
        recipients.sent("2026-W48", GROUP, 1, true);
        assertThat(recipients.claim("run-3", List.of(GROUP), 10).recipients()).isEmpty();
    }

    @Test
    void a_recipient_that_always_fails_is_given_up_in_the_end() {
        int runs = 0;
        while (!recipients.claim("run-" + runs, List.of(GROUP), 10).recipients().isEmpty()) {
            recipients.end("2026-W48", GROUP, 1, false);
            runs++;
        }

        assertThat(runs).isEqualTo(1 + DigestRecipients.MOST_ROUNDS);
    }

    @Test
    void a_group_that_moved_is_claimed_by_its_new_number_in_this_week_and_the_next() {
        String supergroup = "tg:-1001557912345";
        recipients.claim("run-1", List.of(GROUP), 10);
        assertThat(recipients.begin("2026-W48", GROUP, "run-1", 1)).isTrue();

        recipients.moved("2026-W48", GROUP, supergroup, 1);

        assertThat(recipients.claim("run-1", List.of(GROUP), 10).recipients())
                .singleElement()
                .satisfies(recipient -> {
                    assertThat(recipient.userId()).isEqualTo(supergroup);
                    assertThat(recipient.partsBegun()).isZero();
                });
        recipients.sent("2026-W48", supergroup, 1, true);
        now = now.plus(Duration.ofDays(7));
        assertThat(recipients.claim("run-2", List.of(GROUP), 10).recipients())
                .extracting(DigestRecipient::userId)
                .containsExactly(supergroup);
    }

    private void sendAll(String consumer, String who) {
        assertThat(recipients.begin("2026-W48", who, consumer, 1)).isTrue();
        recipients.sent("2026-W48", who, 1, true);
    }

    private void wants(String person, boolean paused) {
        new People(database).save(new Person(person, Optional.empty(), true, paused, List.of()));
    }

    private void happened(String sku, EventKind kind, Instant at) {
        if (products.find(sku).isEmpty()) {
            products.store(aRedWine().sku(sku).reading());
        }
        events.add(new Event(sku, kind, "sitemap", at));
    }
}
