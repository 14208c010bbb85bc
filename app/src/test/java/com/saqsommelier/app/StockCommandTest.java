package com.saqsommelier.app;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.store.Stores;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stores and stock as jobs: exit codes, summaries, and what the operator is told. */
class StockCommandTest {

    private static final int SIZE = 60;

    @TempDir
    Path directory;

    private final LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(1, SIZE));
    private SaqSimulator saq;
    private Database database;

    @BeforeEach
    void start() throws IOException {
        saq = SaqSimulator.start(0, world);
        Path postgres = directory.resolve("data/postgres");
        TestDatabase.shareBinaries(postgres);
        database = Database.open(new DatabaseSettings.Embedded(postgres));
        Products products = new Products(database);
        for (int index = 0; index < SIZE; index++) {
            SaqProduct product = world.product(index);
            products.store(new ProductReading(
                    product.sku(),
                    URI.create(saq.baseUrl() + "/fr/" + product.sku()),
                    aProductNamed("Vin " + index).facts(),
                    Instant.now()));
        }
    }

    @AfterEach
    void stop() {
        saq.close();
        database.close();
    }

    @Test
    void stores_are_read_and_said() throws Exception {
        assertThat(run(0, Map.of(), "stores").path("stores").asInt()).isEqualTo(401);
        assertThat(new Stores(database).count()).isEqualTo(401);
    }

    @Test
    void without_a_key_the_whole_catalogue_cannot_be_read_and_what_is_watched_can() throws Exception {
        try (SommelierProcess process = SommelierProcess.start(directory, settings(), "availability", "--all")) {
            assertThat(process.exitCode()).isEqualTo(64);
            assertThat(process.errors())
                    .contains("SOMMELIER_SAQ_LIVESEARCH_KEY", "SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT", "--watched");
        }
        assertThat(run(0, Map.of(), "availability").path("read").asInt()).isZero();
    }

    @Test
    void what_is_held_back_is_released_by_the_operator() throws Exception {
        Map<String, String> access = Map.of(
                "SOMMELIER_SAQ_LIVESEARCH_URL", saq.baseUrl() + "/graphql",
                "SOMMELIER_SAQ_LIVESEARCH_KEY", LiveSearchAccess.DEFAULT.apiKey(),
                "SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT", LiveSearchAccess.DEFAULT.environmentId());
        assertThat(run(0, access, "availability", "--all").path("read").asInt()).isEqualTo(SIZE);
        for (int index = 0; index < SIZE; index++) {
            SaqProduct product = world.product(index);
            world.setOnlineQuantity(product.sku(), product.stock().isOnline() ? 0 : 24);
        }

        JsonNode held = run(3, access, "availability", "--all");

        assertThat(held.path("held").asBoolean()).isTrue();
        assertThat(held.path("reason").asString()).contains("--release", "--discard");
        assertThat(new Events(database).count()).isZero();
        run(0, access, "availability", "--release");
        assertThat(new Events(database).count()).isEqualTo(SIZE);
    }

    @Test
    void stock_and_stores_that_end_early_are_due_again_soon() {
        SaqProduct product = world.product(0);
        database.jdbc()
                .sql("UPDATE products SET magento_id = ? WHERE sku = ?")
                .params(product.magentoId(), product.sku())
                .update();
        new Watches(database).add(new Watch("tg:1", product.sku(), Instant.now()));
        Map<String, String> inDirectory = new HashMap<>(settings());
        inDirectory.put("SOMMELIER_DATA_DIR", directory.resolve("data").toString());
        StockJob stock = new StockJob(Settings.read(inDirectory, directory.resolve("none.yml")), database);
        Step watched = Step.availability(stock, Optional.empty()).getFirst();
        Step stores = Step.stores(stock);
        assertThat(next(stores)).isEqualTo(Timetable.Next.AS_PLANNED);
        new People(database).prefer("tg:1", world.stores().getFirst().identifier(), Instant.now());
        assertThat(next(watched)).isEqualTo(Timetable.Next.AS_PLANNED);

        saq.faults().below("/fr/store/locator/ajaxlist/context").body("text/html", "<title>Just a moment...</title>");
        assertThat(next(watched)).isEqualTo(Timetable.Next.SOON);
        saq.faults()
                .at("/fr/store/locator/ajaxlist")
                .body(
                        "application/json",
                        "{\"total\":401,\"is_last_page\":true,\"list\":[{\"identifier\":\"23001\",\"name\":\"Parc\"}]}");
        assertThat(next(stores)).isEqualTo(Timetable.Next.SOON);
    }

    private static Timetable.Next next(Step step) {
        return new Timetable("stock", new CronSchedule("-"), List.of(step), false).run();
    }

    private JsonNode run(int exit, Map<String, String> more, String... command) throws Exception {
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(more);
        try (SommelierProcess process = SommelierProcess.start(directory, settings, command)) {
            assertThat(process.exitCode()).as(process.errors()).isEqualTo(exit);
            JsonNode summary = JsonMapper.shared().readTree(process.lastLineOfOutput());
            assertThat(summary.path("exit").asInt()).isEqualTo(exit);
            return summary;
        }
    }

    private Map<String, String> settings() {
        return Map.of("SOMMELIER_SAQ_BASE_URL", saq.baseUrl().toString(), "SOMMELIER_SAQ_DELAY", "0");
    }
}
