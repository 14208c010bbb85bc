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
import com.saqsommelier.core.person.PriceAlert;
import com.saqsommelier.core.person.PriceAlert.Rule;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.product.Products;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Price alerts: the people who are told of a lower price, on a real database. */
class PriceAlertTest {

    private static final String ANNE = "tg:1";
    private static final String BEN = "tg:2";
    private static final String WINE = "11111";

    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);
    private final Events events = new Events(database);
    private final Watches watches = new Watches(database);
    private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3600);
    private final Deliveries deliveries = new Deliveries(database, () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_drop_by_an_amount_is_told_once_with_the_old_and_the_new_price() {
        costs("24.95");
        watch(ANNE, Rule.AMOUNT, "2.00");

        costs("22.95");
        costs("22.95");

        assertThat(told()).containsExactly("tg:1 24.95 -> 22.95");
        assertThat(events.of(WINE)).extracting(Event::kind).containsExactly(EventKind.PRICE_DROP);
    }

    @Test
    void a_smaller_drop_is_not_told_until_several_add_up() {
        costs("24.95");
        watch(ANNE, Rule.AMOUNT, "2.00");

        costs("23.95");
        assertThat(told()).isEmpty();
        costs("22.90");
        assertThat(told()).containsExactly("tg:1 24.95 -> 22.90");
        costs("21.00");
        assertThat(told()).as("measured from the price that was told").isEmpty();
    }

    @Test
    void a_drop_by_percent_counts_from_the_stated_share_on() {
        costs("20.00");
        watch(ANNE, Rule.PERCENT, "10");

        costs("18.01");
        assertThat(told()).isEmpty();
        costs("18.00");
        assertThat(told()).containsExactly("tg:1 20.00 -> 18.00");
    }

    @Test
    void a_price_of_mine_is_told_when_it_is_reached_and_again_only_after_it_was_left() {
        costs("24.95");
        watch(ANNE, Rule.BELOW, "20.00");

        costs("20.00");
        assertThat(told()).containsExactly("tg:1 24.95 -> 20.00");
        costs("18.00");
        assertThat(told()).as("it was there already").isEmpty();
        costs("24.95");
        assertThat(told()).as("dearer is no news").isEmpty();
        costs("19.95");
        assertThat(told()).containsExactly("tg:1 24.95 -> 19.95");
    }

    @Test
    void a_promotion_that_comes_back_is_news_again() {
        costs("24.95");
        watch(ANNE, Rule.AMOUNT, "2.00");

        costs("21.95");
        costs("24.95");
        costs("21.95");

        assertThat(told()).containsExactly("tg:1 24.95 -> 21.95", "tg:1 24.95 -> 21.95");
    }

    @Test
    void the_first_price_that_is_read_is_no_drop() {
        costs(null);
        watch(ANNE, Rule.BELOW, "20.00");

        costs("15.00");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_price_that_is_low_already_when_the_alert_is_set_is_not_told() {
        costs("15.00");
        watch(ANNE, Rule.BELOW, "20.00");

        costs("14.00");
        assertThat(told()).isEmpty();
    }

    @Test
    void an_older_reading_tells_nothing_and_changes_nothing() {
        costs("24.95");
        watch(ANNE, Rule.AMOUNT, "2.00");
        costs("24.95");

        read("10.00", now.minusSeconds(300));
        assertThat(told()).isEmpty();
        costs("24.00");
        assertThat(told()).as("measured from 24.95").isEmpty();
    }

    @Test
    void a_reading_from_before_the_alert_was_set_is_not_told_and_is_what_drops_count_from() {
        costs("24.95");
        Instant before = now.plusSeconds(10);
        now = now.plusSeconds(60);
        watch(ANNE, Rule.AMOUNT, "2.00");

        read("19.95", before);
        assertThat(told()).isEmpty();
        costs("18.95");
        assertThat(told()).isEmpty();
        costs("17.95");
        assertThat(told()).containsExactly("tg:1 19.95 -> 17.95");
    }

    @Test
    void a_page_without_a_price_in_between_neither_tells_nor_forgets() {
        costs("24.95");
        watch(ANNE, Rule.AMOUNT, "2.00");

        costs(null);
        database.jdbc().sql("UPDATE products SET price = NULL").update();
        costs("24.95");
        assertThat(told()).isEmpty();
        database.jdbc().sql("UPDATE products SET price = NULL").update();
        costs("22.00");
        assertThat(told()).containsExactly("tg:1 24.95 -> 22.00");
    }

    @Test
    void each_is_told_by_their_own_rule_and_who_has_none_is_not() {
        costs("30.00");
        watch(ANNE, Rule.AMOUNT, "5.00");
        watch(BEN, Rule.BELOW, "20.00");
        watches.add(new Watch("tg:3", WINE, now));

        costs("24.00");
        assertThat(told()).containsExactly("tg:1 30.00 -> 24.00");
        costs("19.00");
        assertThat(told()).containsExactly("tg:1 24.00 -> 19.00", "tg:2 30.00 -> 19.00");
    }

    @Test
    void a_rule_is_kept_changed_and_ended_with_its_watch() {
        costs("30.00");
        watch(ANNE, Rule.AMOUNT, "5.00");
        assertThat(watches.of(ANNE).getFirst().price()).contains(new PriceAlert(Rule.AMOUNT, new BigDecimal("5.00")));

        assertThat(watches.alert(ANNE, WINE, Optional.empty(), now)).isTrue();
        assertThat(watches.of(ANNE).getFirst().price()).isEmpty();
        costs("10.00");
        assertThat(told()).isEmpty();

        watches.remove(ANNE, WINE);
        assertThat(watches.alert(ANNE, WINE, Optional.of(new PriceAlert(Rule.PERCENT, BigDecimal.TEN)), now))
                .isFalse();
    }

    @Test
    void who_paused_is_not_told_and_a_dearer_bottle_leaves_no_event() {
        costs("30.00");
        watch(ANNE, Rule.AMOUNT, "5.00");
        new People(database).save(new Person(ANNE, Optional.empty(), false, true, List.of()));

        costs("20.00");
        assertThat(told()).isEmpty();
        long before = events.count();
        costs("40.00");
        assertThat(events.count()).isEqualTo(before);
    }

    private void watch(String person, Rule rule, String value) {
        assertThat(watches.add(new Watch(person, WINE, now, Optional.of(new PriceAlert(rule, new BigDecimal(value))))))
                .isEqualTo(Watches.Added.NEW);
    }

    /** A minute later the page says this price. */
    private void costs(@Nullable String price) {
        now = now.plusSeconds(60);
        read(price, now);
    }

    private void read(@Nullable String price, Instant at) {
        products.store(aRedWine().sku(WINE).priced(price).readAt(at).reading());
    }

    private List<String> told() {
        List<Delivery> claimed = deliveries.claim("test", 100);
        claimed.forEach(one -> deliveries.report(one.id(), Outcome.SENT, Optional.empty()));
        return claimed.stream()
                .map(one -> one.userId() + " " + one.old().orElse("?") + " -> "
                        + one.current().orElse("?"))
                .toList();
    }
}
