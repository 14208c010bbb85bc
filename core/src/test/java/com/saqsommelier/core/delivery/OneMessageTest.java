package com.saqsommelier.core.delivery;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import com.saqsommelier.core.person.QuietHours;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs into one message of a person: together, in order, at the right hour, and put right in place. */
class OneMessageTest {

    private static final String ANNE = "tg:1";
    private static final String BEN = "tg:2";
    private static final String WINE = "11111";
    private static final String CIDER = "22222";
    private static final long MESSAGE = 77;

    private final Database database = TestDatabase.fresh();
    private final Events events = new Events(database);
    private final Watches watches = new Watches(database);
    private final People people = new People(database);

    /** A Monday in Montréal, ten in the evening less a minute. */
    private Instant now = Instant.parse("2026-11-24T02:59:00Z");

    private final Deliveries deliveries = new Deliveries(database, () -> now);

    @BeforeEach
    void twoProductsThatAnneWatches() {
        new Products(database).store(aRedWine().sku(WINE).reading());
        new Products(database).store(aRedWine().sku(CIDER).reading());
        watch(ANNE, WINE);
        watch(ANNE, CIDER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_concerns_one_person_is_not_divided_by_the_limit() {
        watch(BEN, WINE);
        happens(WINE, EventKind.RESTOCK);
        happens(CIDER, EventKind.RESTOCK);

        List<Delivery> first = deliveries.claim("a", 1);
        List<Delivery> second = deliveries.claim("b", 1);

        assertThat(first).extracting(Delivery::userId).containsExactly(ANNE, ANNE);
        assertThat(second).extracting(Delivery::userId).containsExactly(BEN);
    }

    @Test
    void a_later_change_waits_for_the_outcome_of_an_earlier_one() {
        happens(WINE, EventKind.RESTOCK);
        Delivery restock = claim().getFirst();
        pass(Duration.ofSeconds(5));
        happens(WINE, EventKind.DESTOCK);
        assertThat(claim()).as("the first is under way").isEmpty();

        report(restock, new DeliveryReport(Outcome.RETRY));
        assertThat(claim()).as("the first waits for another try").isEmpty();
        pass(Duration.ofSeconds(31));

        assertThat(claim()).extracting(Delivery::kind).containsExactly(EventKind.RESTOCK, EventKind.DESTOCK);
    }

    @Test
    void a_claimant_whose_lease_is_over_cannot_take_it_from_the_next() {
        happens(WINE, EventKind.RESTOCK);
        Delivery delivery = deliveries.claim("first", 10).getFirst();
        pass(Deliveries.LEASE.plusSeconds(1));
        assertThat(deliveries.claim("second", 10)).hasSize(1);

        report(
                delivery,
                new DeliveryReport(Outcome.RETRY, Optional.of(Duration.ZERO), Optional.empty(), Optional.of("first")));
        assertThat(deliveries.claim("third", 10)).isEmpty();

        report(delivery, new DeliveryReport(Outcome.SENT, Optional.empty(), Optional.empty(), Optional.of("first")));
        pass(Deliveries.LEASE.plusSeconds(1));
        assertThat(deliveries.claim("third", 10)).as("it was sent, whoever did").isEmpty();
    }

    @Test
    void the_last_try_is_known_and_fails_at_once() {
        happens(WINE, EventKind.RESTOCK);
        for (int attempt = 1; attempt < Deliveries.MOST_TRIES; attempt++) {
            Delivery delivery = claim().getFirst();
            assertThat(delivery.lastTry()).isFalse();
            report(delivery, new DeliveryReport(Outcome.RETRY));
            pass(Duration.ofHours(2));
        }
        Delivery last = claim().getFirst();
        assertThat(last.lastTry()).isTrue();

        report(last, new DeliveryReport(Outcome.RETRY));

        assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 0, 0, 1));
    }

    @Test
    void quiet_hours_hold_and_do_not_drop() {
        quiet(ANNE, "22:00", "08:00");
        pass(Duration.ofMinutes(1));
        happens(WINE, EventKind.RESTOCK);

        assertThat(claim()).isEmpty();
        pass(Duration.ofHours(10).minusSeconds(1));
        happens(CIDER, EventKind.RESTOCK);
        assertThat(claim()).isEmpty();
        assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 2, 0, 0));

        pass(Duration.ofSeconds(1));
        assertThat(claim()).extracting(Delivery::sku).containsExactly(WINE, CIDER);
    }

    @Test
    void who_has_no_quiet_hours_is_told_by_night() {
        quiet(ANNE, "22:00", "08:00");
        watch(BEN, WINE);
        pass(Duration.ofMinutes(1));
        happens(WINE, EventKind.RESTOCK);

        assertThat(claim()).extracting(Delivery::userId).containsExactly(BEN);
    }

    @Test
    void what_quiet_hours_held_is_no_older_than_it_was() {
        quiet(ANNE, "22:00", "08:00");
        pass(Duration.ofMinutes(1));
        happens(WINE, EventKind.RESTOCK, now.minus(Deliveries.NEWS).plusSeconds(60));
        assertThat(claim()).isEmpty();

        pass(Duration.ofHours(10));

        assertThat(claim()).hasSize(1);
    }

    @Test
    void what_was_held_comes_when_the_quiet_hours_are_given_up() {
        quiet(ANNE, "22:00", "08:00");
        pass(Duration.ofMinutes(1));
        happens(WINE, EventKind.RESTOCK);
        assertThat(claim()).isEmpty();

        people.save(new Person(ANNE, Optional.of("en"), false, false, List.of(), quietHours("22:00", "08:00"), ZONE));
        assertThat(claim()).as("another choice does not wake anybody").isEmpty();
        people.save(new Person(ANNE, Optional.of("en"), false, false, List.of()));

        assertThat(claim()).hasSize(1);
    }

    @Test
    void quiet_hours_are_kept_with_their_clock() {
        Person anne = new Person(
                ANNE,
                Optional.empty(),
                false,
                false,
                List.of(),
                quietHours("23:00", "07:30"),
                ZoneId.of("America/Halifax"));
        people.save(anne);

        assertThat(people.find(ANNE)).isEqualTo(anne);
    }

    @Test
    void what_sells_out_within_an_hour_of_its_alert_corrects_that_alert() {
        happens(CIDER, EventKind.RESTOCK);
        happens(WINE, EventKind.RESTOCK);
        sent(claim(), MESSAGE);
        pass(Duration.ofMinutes(59));
        happens(WINE, EventKind.DESTOCK);

        List<Delivery> claimed = claim();

        assertThat(claimed)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.corrects()).hasValueSatisfying(correction -> {
                    assertThat(correction.messageId()).isEqualTo(MESSAGE);
                    assertThat(correction.told()).extracting(Event::sku).containsExactly(CIDER, WINE);
                }));
        sent(claimed, MESSAGE);
        happens(CIDER, EventKind.DESTOCK);
        assertThat(claim())
                .singleElement()
                .satisfies(
                        delivery -> assertThat(delivery.corrects().orElseThrow().told())
                                .extracting(Event::sku, Event::kind)
                                .last()
                                .isEqualTo(org.assertj.core.api.Assertions.tuple(WINE, EventKind.DESTOCK)));
    }

    @Test
    void what_sells_out_later_or_elsewhere_is_told_anew() {
        happens(WINE, EventKind.RESTOCK);
        sent(claim(), MESSAGE);
        happens(CIDER, EventKind.DESTOCK);
        List<Delivery> other = claim();
        assertThat(other)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.corrects()).isEmpty());
        sent(other, MESSAGE + 1);
        pass(Duration.ofMinutes(61));
        happens(WINE, EventKind.DESTOCK);

        assertThat(claim())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.corrects()).isEmpty());
    }

    private static final ZoneId ZONE = Person.USUAL_ZONE;

    private List<Delivery> claim() {
        return deliveries.claim("test", 100);
    }

    private void report(Delivery delivery, DeliveryReport report) {
        assertThat(deliveries.report(List.of(delivery.id()), report)).isTrue();
    }

    private void sent(List<Delivery> claimed, long message) {
        deliveries.report(
                claimed.stream().map(Delivery::id).toList(),
                new DeliveryReport(Outcome.SENT, Optional.empty(), Optional.of(message), Optional.of("test")));
    }

    private void watch(String person, String sku) {
        watches.add(new Watch(person, sku, now.minus(Duration.ofDays(30))));
    }

    private void quiet(String person, String from, String until) {
        people.save(new Person(person, Optional.empty(), false, false, List.of(), quietHours(from, until), ZONE));
    }

    private static Optional<QuietHours> quietHours(String from, String until) {
        return Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(until)));
    }

    private void happens(String sku, EventKind kind) {
        happens(sku, kind, now);
    }

    private void happens(String sku, EventKind kind, Instant read) {
        events.add(new Event(sku, kind, "live_search", read));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
