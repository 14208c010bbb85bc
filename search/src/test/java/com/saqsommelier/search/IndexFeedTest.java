package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

@Isolated("reads the log of the whole process")
class IndexFeedTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(IndexFeed.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);
    private final CatalogueIndex index = new CatalogueIndex();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        index.close();
        database.close();
    }

    @Test
    void everything_is_there_once_it_has_started() {
        store(aRedWine().sku("11"), aRedWine().sku("12"), aRedWine().sku("13"));
        products.delist(List.of("13"), READ_AT);

        try (IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed).isNotNull();
            assertThat(find("sample")).containsExactly("11", "12");
        }
    }

    @Test
    void changes_are_found_within_two_seconds() {
        store(aRedWine().sku("11"));
        try (IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed).isNotNull();
            store(aProductNamed("Nouveau").sku("12"));
            await().atMost(Duration.ofSeconds(2)).until(() -> find("nouveau"), List.of("12")::equals);

            store(aRedWine().sku("11").named("Changé").readAt(READ_AT.plusSeconds(1)));
            await().atMost(Duration.ofSeconds(2)).until(() -> find("change"), List.of("11")::equals);

            products.delist(List.of("11"), READ_AT.plusSeconds(2));
            await().atMost(Duration.ofSeconds(2)).until(() -> find("change"), List::isEmpty);

            products.relist(List.of("11"));
            await().atMost(Duration.ofSeconds(2)).until(() -> find("change"), List.of("11")::equals);
        }
    }

    @Test
    void rebuilt_from_nothing_it_answers_as_the_one_that_followed_every_change() {
        try (IndexFeed following = IndexFeed.start(products, index)) {
            assertThat(following).isNotNull();
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 20; i++) {
                    store(aRedWine()
                            .sku(Integer.toString(100 + i))
                            .named((i + round) % 2 == 0 ? "Château Pair" : "Domaine Impair")
                            .priced(Integer.toString(round + i))
                            .readAt(READ_AT.plusSeconds(round)));
                }
                products.delist(List.of(Integer.toString(100 + round)), READ_AT.plusSeconds(round));
            }
            store(aProductNamed("Dernier").sku("999").readAt(READ_AT.plusSeconds(9)));
            await().until(() -> find("dernier"), List.of("999")::equals);

            try (CatalogueIndex fresh = new CatalogueIndex();
                    IndexFeed rebuilding = IndexFeed.start(products, fresh)) {
                assertThat(rebuilding).isNotNull();
                assertThat(fresh.size()).isEqualTo(index.size());
                for (String words : List.of("chateau", "domaine impair", "pair 2019", "chateua sampel", "105")) {
                    CatalogueQuery query = CatalogueQuery.words(words, 50);
                    assertThat(fresh.search(query)).as(words).isEqualTo(index.search(query));
                }
                for (Order order : Order.values()) {
                    CatalogueQuery query = new CatalogueQuery(Optional.empty(), Filters.NONE, order, 0, 50);
                    assertThat(fresh.search(query)).isEqualTo(index.search(query));
                }
            }
        }
    }

    @Test
    void more_products_than_one_batch_are_all_read() {
        database.jdbc().sql("""
                INSERT INTO products (sku, url, name, first_seen_at, fetched_at, page_read_at, changed_at)
                SELECT n::text, 'https://www.saq.com/fr/' || n, 'Produit ' || n, now(), now(), now(), now()
                FROM generate_series(10001, 12001) AS n
                """).update();

        try (IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed).isNotNull();
            assertThat(index.size()).isEqualTo(2001);
        }
    }

    @Test
    void while_the_database_does_not_answer_the_index_does_and_says_so_once() {
        store(aRedWine().sku("11"));
        try (IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed).isNotNull();
            database.jdbc().sql("ALTER TABLE products RENAME TO products_away").update();
            await().until(() -> messages(Level.WARN), warnings -> !warnings.isEmpty());
            // Several more rounds fail while this waits, and none of them speaks.
            await().during(Duration.ofMillis(1200))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> find("sample").equals(List.of("11")));
            assertThat(messages(Level.WARN)).hasSize(1).first().asString().startsWith("The index stays at revision 1 ");

            database.jdbc().sql("ALTER TABLE products_away RENAME TO products").update();
            store(aProductNamed("Nouveau").sku("12"));
            await().until(() -> find("nouveau"), List.of("12")::equals);
            await().until(
                            () -> messages(Level.INFO),
                            told -> told.contains("The index follows the database again and is current"));
            assertThat(messages(Level.WARN)).hasSize(1);
        }
    }

    @Test
    void cut_off_from_the_server_it_goes_on_and_catches_up_once_it_is_let_in_again() {
        store(aRedWine().sku("11"));
        String name = database.jdbc()
                .sql("SELECT current_database()")
                .query(String.class)
                .single();
        try (Database elsewhere = TestDatabase.fresh();
                IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed).isNotNull();
            elsewhere
                    .jdbc()
                    .sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false")
                    .update();
            elsewhere
                    .jdbc()
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                    .param(name)
                    .query(Boolean.class)
                    .list();
            await().atMost(Duration.ofSeconds(20)).until(() -> messages(Level.WARN), warnings -> !warnings.isEmpty());
            assertThat(find("sample")).containsExactly("11");

            elsewhere
                    .jdbc()
                    .sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true")
                    .update();
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(database::answers);
            store(aProductNamed("Nouveau").sku("12"));
            await().atMost(Duration.ofSeconds(20)).until(() -> find("nouveau"), List.of("12")::equals);
        }
    }

    @Test
    void an_index_that_fails_is_told_shown_and_tried_again_until_it_takes_the_changes() {
        AtomicBoolean broken = new AtomicBoolean();
        AtomicInteger refusals = new AtomicInteger();
        store(aRedWine().sku("11"));
        try (IndexFeed feed = IndexFeed.start(products, index, changed -> {
            if (broken.get()) {
                refusals.incrementAndGet();
                throw new UncheckedIOException(new IOException("no space left on device"));
            }
        })) {
            Instant before = feed.state().currentAt();
            assertThat(feed.state().problem()).isEmpty();
            broken.set(true);
            store(aProductNamed("Nouveau").sku("12"));

            await().until(refusals::get, tries -> tries > 2);
            assertThat(feed.state().problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("no space left on device"));
            assertThat(feed.state().revision()).isEqualTo(1);
            assertThat(messages(Level.ERROR)).hasSize(1);

            broken.set(false);
            await().until(() -> find("nouveau"), List.of("12")::equals);
            await().until(() -> feed.state().problem().isEmpty());
            assertThat(feed.state().revision()).isEqualTo(2);
            assertThat(feed.state().currentAt()).isAfter(before);
        }
    }

    @Test
    void it_does_not_start_on_a_database_that_does_not_answer() {
        database.jdbc().sql("ALTER TABLE products RENAME TO products_away").update();

        assertThatThrownBy(() -> IndexFeed.start(products, index)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void closed_it_follows_no_more() {
        IndexFeed feed = IndexFeed.start(products, index);
        feed.close();

        store(aRedWine().sku("11"));

        await().during(Duration.ofMillis(1200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> find("sample").isEmpty());
    }

    private void store(SampleProduct... all) {
        for (SampleProduct product : all) {
            products.store(product.reading());
        }
    }

    private List<String> find(String words) {
        return index.search(CatalogueQuery.words(words, 50)).skus();
    }

    private List<String> messages(Level level) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
