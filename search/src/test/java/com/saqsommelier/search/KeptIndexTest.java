package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.READ_AT;
import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** An index that outlives its process: it answers as one built from nothing, whatever happened in between. */
@Isolated("reads the log of the whole process")
class KeptIndexTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("com.saqsommelier.search");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Database database = TestDatabase.fresh();
    private final Products products = new Products(database);

    @TempDir
    private Path directory;

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
        database.close();
    }

    @Test
    void the_next_start_reads_only_what_changed_meanwhile() {
        store(products, 30);
        assertThat(answersOfAStart(directory, products)).isEqualTo(answersFromNothing(products));
        assertThat(messages()).contains("The index read 30 of 30 products from the database");
        log.list.clear();

        products.store(aProductNamed("Nouveau").sku("999").reading());
        products.store(aProductNamed("Changé")
                .sku("101")
                .readAt(READ_AT.plusSeconds(1))
                .reading());
        products.delist(List.of("102"), READ_AT.plusSeconds(2));
        List<Object> answers = answersOfAStart(directory, products);

        assertThat(messages()).containsExactly("The index read 2 of 30 products from the database");
        assertThat(answers).isEqualTo(answersFromNothing(products));
    }

    @Test
    void where_nothing_changed_nothing_is_read() {
        store(products, 30);
        answersOfAStart(directory, products);
        log.list.clear();

        List<Object> answers = answersOfAStart(directory, products);

        assertThat(messages()).isEmpty();
        assertThat(answers).isEqualTo(answersFromNothing(products));
    }

    @Test
    void a_process_that_was_killed_loses_nothing() throws IOException {
        store(products, 30);
        Path asItWas = directory.resolve("as-it-was");
        try (CatalogueIndex index = CatalogueIndex.keptIn(directory.resolve("running"));
                IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed).isNotNull();
            await().until(() -> Files.exists(directory.resolve("running/segments_1")));
            products.store(aProductNamed("Nouveau").sku("999").reading());
            await().until(() -> index.find("999").isPresent());
            copy(directory.resolve("running"), asItWas);
        }

        assertThat(answersOfAStart(asItWas, products)).isEqualTo(answersFromNothing(products));
    }

    @Test
    void whatever_file_is_damaged_the_index_is_built_again_with_one_line_in_the_log() throws IOException {
        store(products, 30);
        Path sound = directory.resolve("sound");
        answersOfAStart(sound, products);
        List<Object> answers = answersFromNothing(products);
        List<String> files;
        try (Stream<Path> all = Files.list(sound)) {
            files = all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        for (String file : files) {
            for (Damage damage : Damage.values()) {
                Path damaged = directory.resolve(damage + " " + file);
                copy(sound, damaged);
                damage.to(damaged.resolve(file));
                log.list.clear();

                assertThat(answersOfAStart(damaged, products))
                        .as(damage + " " + file)
                        .isEqualTo(answers);
                assertThat(warnings())
                        .as(damage + " " + file)
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("damaged");
            }
        }
    }

    @Test
    void an_index_of_another_version_of_the_program_is_built_again() throws IOException {
        store(products, 30);
        answersOfAStart(directory, products);
        try (FSDirectory files = FSDirectory.open(directory);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("made_by", "an older one").entrySet());
        }
        log.list.clear();

        assertThat(answersOfAStart(directory, products)).isEqualTo(answersFromNothing(products));
        assertThat(warnings()).hasSize(1).first().asString().contains("another version of the program");
    }

    @Test
    void an_index_of_another_database_becomes_that_of_this_one() {
        store(products, 30);
        answersOfAStart(directory, products);
        try (Database other = TestDatabase.fresh()) {
            Products others = new Products(other);
            // The same SKUs under the same numbers of changes, as after a backup was restored and crawling went on.
            for (int i = 0; i < 20; i++) {
                others.store(aProductNamed("Autre " + i)
                        .sku(Integer.toString(101 + i))
                        .readAt(READ_AT.plusSeconds(1))
                        .reading());
            }

            assertThat(answersOfAStart(directory, others)).isEqualTo(answersFromNothing(others));
        }
    }

    @Test
    void a_second_process_on_the_same_directory_keeps_its_index_in_memory() {
        store(products, 30);
        try (CatalogueIndex first = CatalogueIndex.keptIn(directory);
                IndexFeed feed = IndexFeed.start(products, first)) {
            assertThat(feed).isNotNull();

            assertThat(answersOfAStart(directory, products)).isEqualTo(answers(first));
            assertThat(messages())
                    .contains("Another process uses the index in " + directory + "; this one keeps its own in memory");
        }
    }

    @Test
    void without_a_directory_to_write_to_the_index_is_in_memory() throws IOException {
        store(products, 30);
        Path file = Files.writeString(directory.resolve("file"), "no directory");

        assertThat(answersOfAStart(file, products)).isEqualTo(answersFromNothing(products));
        assertThat(warnings()).hasSize(1).first().asString().contains("cannot be kept");
    }

    private enum Damage {
        FLIPPED,
        CUT;

        void to(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            int middle = bytes.length / 2;
            bytes[middle] ^= 1;
            Files.write(file, this == FLIPPED ? bytes : Arrays.copyOf(bytes, middle));
        }
    }

    private static void store(Products products, int count) {
        for (int i = 0; i < count; i++) {
            SampleProduct product = i % 3 == 0 ? aProductNamed("Château Impair " + i) : aRedWine();
            products.store(product.sku(Integer.toString(101 + i))
                    .priced(Integer.toString(10 + i % 7))
                    .reading());
        }
    }

    private static List<Object> answersOfAStart(Path directory, Products products) {
        try (CatalogueIndex index = CatalogueIndex.keptIn(directory);
                IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed.state().problem()).isEmpty();
            return answers(index);
        }
    }

    private static List<Object> answersFromNothing(Products products) {
        try (CatalogueIndex index = new CatalogueIndex();
                IndexFeed feed = IndexFeed.start(products, index)) {
            assertThat(feed.state().problem()).isEmpty();
            return answers(index);
        }
    }

    private static List<Object> answers(CatalogueIndex index) {
        List<Object> answers = new ArrayList<>();
        answers.add(index.size());
        for (String words : List.of("chateau", "sample", "impair 3", "chateua", "nouveau", "changé", "autre", "105")) {
            answers.add(index.search(CatalogueQuery.words(words, 50)));
        }
        for (Order order : Order.values()) {
            answers.add(index.search(new CatalogueQuery(Optional.empty(), Filters.NONE, order, 0, 50)));
        }
        answers.add(index.facets(Optional.empty(), Filters.NONE));
        return answers;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private List<String> messages() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
