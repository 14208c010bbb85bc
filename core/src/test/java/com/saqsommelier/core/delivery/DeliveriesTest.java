package com.saqsommelier.core.delivery;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.product.Products;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final String ANNE = "tg:1";
    private static final String BEN = "tg:2";
    private static final String WINE = "11111";

    private final Database database = TestDatabase.fresh();
    private final Events events = new Events(database);
    private final Watches watches = new Watches(database);
    private final People people = new People(database);
    private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Deliveries deliveries = new Deliveries(database, () -> now);

    @BeforeEach
    void aProduct() {
        new Products(database).store(aRedWine().sku(WINE).reading());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_event_is_told_to_each_who_watches_once() {
        watch(ANNE);
        watch(BEN);
        happens(now);

        assertThat(claim()).extracting(Delivery::userId).containsExactly(ANNE, BEN);
        assertThat(claim()).isEmpty();
    }

    @Test
    void who_began_to_watch_after_the_reading_is_not_told_of_it() {
        watch(ANNE);
        happens(now.minusSeconds(1));
        assertThat(claim()).isEmpty();

        happens(now);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void who_watches_no_more_is_not_told() {
        watch(ANNE);
        assertThat(watches.remove(ANNE, WINE)).isTrue();
        assertThat(watches.remove(ANNE, WINE)).isFalse();

        happens(now);

        assertThat(claim()).isEmpty();
    }

    @Test
    void who_paused_is_not_told_then_nor_afterwards() {
        watch(ANNE);
        pause(true);
        happens(now);
        pause(false);
        assertThat(claim()).isEmpty();

        happens(now);
        pause(true);
        assertThat(claim()).as("it was on its way when the pause began").isEmpty();
        pause(false);
        assertThat(claim()).isEmpty();
    }

    @Test
    void an_event_that_is_taken_back_tells_nobody() {
        watch(ANNE);

        assertThat(catchThrowable(() -> database.inTransaction(() -> {
                    happens(now);
                    throw new IllegalStateException("the change could not be stored");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(claim()).isEmpty();
    }

    @Test
    void what_a_claimant_that_died_held_goes_to_the_next_when_the_lease_is_over() {
        watch(ANNE);
        happens(now);
        Delivery first = claim().getFirst();
        assertThat(first.leasedUntil()).isBetween(now.plusSeconds(119), now.plusSeconds(121));

        pass(Duration.ofSeconds(119));
        assertThat(claim()).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(claim()).extracting(Delivery::id).containsExactly(first.id());
    }

    @Test
    void what_was_sent_is_not_claimed_again_whatever_is_reported_later() {
        watch(ANNE);
        happens(now);
        long id = claim().getFirst().id();

        assertThat(report(id, Outcome.SENT)).isTrue();
        assertThat(report(id, Outcome.RETRY)).isTrue();
        pass(Duration.ofDays(1));

        assertThat(claim()).isEmpty();
        assertThat(outcome(id)).isEqualTo("sent");
        assertThat(report(id + 1, Outcome.SENT)).as("an unknown one").isFalse();
    }

    @Test
    void one_failing_person_does_not_keep_the_other_from_being_told_once() {
        watch(ANNE);
        watch(BEN);
        happens(now);
        List<Delivery> both = claim();
        report(both.get(0).id(), Outcome.SENT);
        report(both.get(1).id(), Outcome.RETRY);
        assertThat(claim()).isEmpty();

        pass(Duration.ofSeconds(31));

        assertThat(claim()).extracting(Delivery::userId).containsExactly(BEN);
    }

    @Test
    void pauses_grow_and_in_the_end_it_has_failed() {
        watch(ANNE);
        happens(now);
        List<Long> pauses = new ArrayList<>();
        long id = 0;
        for (int attempt = 1; attempt <= Deliveries.MOST_TRIES; attempt++) {
            id = claim().getFirst().id();
            report(id, Outcome.RETRY);
            if (attempt == Deliveries.MOST_TRIES) {
                break;
            }
            Instant before = now;
            now = due(id);
            pauses.add(Duration.between(before, now).toSeconds());
        }

        assertThat(pauses).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L);
        assertThat(claim()).isEmpty();
        assertThat(outcome(id)).isEqualTo("failed");
    }

    @Test
    void a_channel_that_is_busy_costs_no_try_and_gets_the_pause_it_asked_for() {
        watch(ANNE);
        happens(now);
        for (int attempt = 0; attempt < 2 * Deliveries.MOST_TRIES; attempt++) {
            Delivery delivery = claim().getFirst();
            deliveries.report(delivery.id(), Outcome.RETRY, Optional.of(Duration.ofSeconds(7)));
            pass(Duration.ofSeconds(6));
            assertThat(claim()).isEmpty();
            pass(Duration.ofSeconds(2));
        }

        assertThat(claim()).hasSize(1);
    }

    @Test
    void what_could_not_be_told_in_three_days_is_no_news() {
        watch(ANNE);
        happens(now);
        long id = claim().getFirst().id();
        pass(Deliveries.NEWS.plusMinutes(1));

        assertThat(claim()).isEmpty();
        assertThat(outcome(id)).isEqualTo("expired");
    }

    @Test
    void somebody_who_blocked_us_is_paused_and_nothing_waits_for_them() {
        watch(ANNE);
        happens(now);
        happens(now);
        long id = claim().getFirst().id();

        report(id, Outcome.BLOCKED);
        pass(Duration.ofMinutes(3));

        assertThat(people.find(ANNE).paused()).isTrue();
        assertThat(claim()).isEmpty();
        pause(false);
        assertThat(claim()).isEmpty();
    }

    @Test
    void claimants_at_the_same_time_never_get_the_same() throws Exception {
        for (int person = 0; person < 40; person++) {
            watch("tg:" + person);
        }
        for (int event = 0; event < 10; event++) {
            happens(now);
        }
        Set<Long> all = new HashSet<>();
        int claimed = 0;
        try (ExecutorService claimants = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> claimant = this::claimAll;
            for (Future<List<Long>> share : claimants.invokeAll(List.of(claimant, claimant, claimant, claimant))) {
                claimed += share.get().size();
                all.addAll(share.get());
            }
        }

        assertThat(all).hasSize(400);
        assertThat(claimed).isEqualTo(400);
    }

    private List<Long> claimAll() {
        List<Long> mine = new ArrayList<>();
        Collection<Delivery> some = deliveries.claim("test", 7);
        while (!some.isEmpty()) {
            some.forEach(delivery -> mine.add(delivery.id()));
            some = deliveries.claim("test", 7);
        }
        return mine;
    }

    private List<Delivery> claim() {
        return deliveries.claim("test", 100);
    }

    private boolean report(long id, Outcome outcome) {
        return deliveries.report(id, outcome, Optional.empty());
    }

    private void watch(String person) {
        assertThat(watches.add(new Watch(person, WINE, now))).isEqualTo(Watches.Added.NEW);
    }

    private void pause(boolean paused) {
        people.save(new Person(ANNE, Optional.empty(), false, paused, List.of()));
    }

    private void happens(Instant read) {
        events.add(new Event(WINE, EventKind.RELISTED, "sitemap", read));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private String outcome(long id) {
        return database.jdbc()
                .sql("SELECT outcome FROM deliveries WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private Instant due(long id) {
        return database.jdbc()
                .sql("SELECT due_at FROM deliveries WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
