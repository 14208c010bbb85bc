package com.saqsommelier.scraper.livesearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.scraper.site.Politeness;
import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSearchTest {

    private final SiteClient client = new SiteClient(
            Politeness.of("SAQSommelier/test", Duration.ZERO), InstantSource.system(), (status, bytes, took) -> {});

    @SuppressWarnings("NullAway.Init") // Each test starts it with as many products as it needs.
    private SaqSimulator saq;

    @AfterEach
    void stop() {
        client.close();
        saq.close();
    }

    @Test
    void more_records_than_a_query_reaches_are_each_read_once() throws Exception {
        LivingCatalogue world = start(24_000);
        List<String> skus = new ArrayList<>();

        LiveSearch.Count count = search().read(live -> skus.add(live.sku()), total -> {});

        assertThat(count.announced()).isEqualTo(24_000);
        assertThat(count.complete()).isTrue();
        assertThat(skus).hasSize(24_000).doesNotHaveDuplicates();
        assertThat(skus).contains(world.product(0).sku(), world.product(23_999).sku());
    }

    @Test
    void a_record_tells_stock_and_attributes() throws Exception {
        LivingCatalogue world = start(50);
        Map<String, LiveRecord> records = new HashMap<>();

        search().read(live -> records.put(live.sku(), live), total -> {});

        for (int index = 0; index < 50; index++) {
            SaqProduct product = world.product(index);
            LiveRecord live = Objects.requireNonNull(records.get(product.sku()));
            assertThat(live.inStock()).isEqualTo(product.stock().isOnline());
            assertThat(live.name()).isEqualTo(product.name().fr());
            assertThat(live.attributes().getOrDefault("store_availability_list", List.of()))
                    .containsExactlyInAnyOrderElementsOf(
                            world.storeQuantities(product.sku()).keySet());
        }
    }

    @Test
    void a_hash_moves_with_the_price_and_not_with_stock() throws Exception {
        LivingCatalogue world = start(300);
        Map<String, String> before = hashes();
        String dearer = world.product(7).sku();
        world.nextDay();
        world.setPrice(dearer, world.product(7).price().orElseThrow().multiply(new BigDecimal("1.02")));

        Map<String, String> after = hashes();

        assertThat(after).hasSize(300);
        assertThat(after.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactly(dearer);
    }

    @Test
    void a_wrong_key_is_said_by_the_name_of_its_setting() throws Exception {
        start(10);
        LiveSearch wrong = new LiveSearch(
                client,
                new LiveSearchSettings(
                        saq.baseUrl().resolve("/graphql"), "wrong", LiveSearchAccess.DEFAULT.environmentId()));

        assertThatThrownBy(() -> wrong.read(live -> {}, total -> {}))
                .isInstanceOf(LiveSearchException.class)
                .hasMessageContaining("SOMMELIER_SAQ_LIVESEARCH_KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errors\":[{\"message\":\"Boom\"}]}                   | refuses the query: Boom",
                "{\"data\":{\"productSearch\":null}}                     | without total_count",
                "{\"data\":{\"productSearch\":{\"total_count\":3,\"items\":null}}} | without items",
                "<html>Maintenance</html>                                | failed",
            })
    void an_answer_of_another_shape_is_an_error(String body, String message) throws Exception {
        start(10);
        saq.faults().at("/graphql").body("application/json", body);

        assertThatThrownBy(() -> search().read(live -> {}, total -> {}))
                .isInstanceOf(LiveSearchException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_record_on_three_pages_is_counted_once_and_misses_none_of_the_announced_ones() throws Exception {
        start(10);
        String items = Stream.of("1867", "1867", "1867", "2020", "2020", "3030")
                .map(sku -> "{\"productView\":{\"sku\":\"" + sku + "\",\"attributes\":[]}}")
                .collect(Collectors.joining(","));
        saq.faults()
                .at("/graphql")
                .body(
                        "application/json",
                        "{\"data\":{\"productSearch\":{\"total_count\":6,\"page_info\":{\"total_pages\":1},"
                                + "\"facets\":[],\"items\":[" + items + "]}}}");
        List<String> skus = new ArrayList<>();

        LiveSearch.Count count = search().read(live -> skus.add(live.sku()), total -> {});

        assertThat(skus).containsExactly("1867", "2020", "3030");
        assertThat(count).isEqualTo(new LiveSearch.Count(6, 3, 3));
        assertThat(count.complete()).isTrue();
    }

    private LivingCatalogue start(int products) throws IOException {
        LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(7, products));
        saq = SaqSimulator.start(0, world);
        return world;
    }

    private Map<String, String> hashes() throws Exception {
        Map<String, String> hashes = new HashMap<>();
        search().readByPrice((live, band) -> hashes.put(live.sku(), live.hash(band)));
        return hashes;
    }

    private LiveSearch search() {
        return new LiveSearch(
                client,
                new LiveSearchSettings(
                        saq.baseUrl().resolve("/graphql"),
                        LiveSearchAccess.DEFAULT.apiKey(),
                        LiveSearchAccess.DEFAULT.environmentId()));
    }
}
