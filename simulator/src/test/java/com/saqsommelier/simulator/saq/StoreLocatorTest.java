package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoreLocatorTest {

    private static final String LIST = "/fr/store/locator/ajaxlist";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final LivingCatalogue world =
            new LivingCatalogue(new GeneratedCatalogue(7, 200), 5, Instant.parse("2026-03-02T12:00:00Z"));
    private SaqSimulator site;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        site = SaqSimulator.start(0, world);
        visitor = new Visitor(site);
    }

    @AfterEach
    void stop() {
        visitor.close();
        site.close();
    }

    @Test
    void all_401_stores_come_ten_at_a_time() throws Exception {
        List<JsonNode> stores = read(LIST, "");
        assertThat(stores).hasSize(401);
        assertThat(stores)
                .extracting(store -> store.path("identifier").asString())
                .containsExactlyElementsOf(
                        world.stores().stream().map(Store::identifier).toList());
        assertThat(stores).allSatisfy(store -> {
            assertThat(store.path("latitude").asString()).matches("\\d\\d\\.\\d{6}");
            assertThat(store.path("longitude").asString()).matches("-\\d\\d\\.\\d{6}");
            assertThat(store.has("address")).isNotEqualTo(store.has("address1"));
            assertThat(store.path("additional_attributes")
                            .path("type")
                            .path("label")
                            .asString())
                    .startsWith("SAQ");
            assertThat(store.has("qty")).isFalse();
            assertThat(store.path("opening_hours").isEmpty())
                    .isEqualTo(store.path("temporarily_closed").asBoolean());
        });
        assertThat(stores).anyMatch(store -> store.path("temporarily_closed").asBoolean());
        assertThat(site.requests().count(LIST)).isEqualTo(41);
    }

    @Test
    void without_the_header_of_a_script_the_answer_is_a_page() throws Exception {
        HttpResponse<byte[]> answer = visitor.get(LIST + "?loaded=0&fastly_geolocate=1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Trouver une succursale");
    }

    @Test
    void the_stores_that_have_a_product_say_how_many_bottles() throws Exception {
        for (int index = 0; index < 40; index++) {
            SaqProduct product = world.product(index);
            Map<String, Integer> quantities = new HashMap<>();
            read(carrying(product), "")
                    .forEach(store -> quantities.put(
                            store.path("identifier").asString(),
                            store.path("qty").asInt()));
            assertThat(quantities).isEqualTo(world.storeQuantities(product.sku()));
        }
    }

    @Test
    void from_where_one_is_the_nearest_come_first_with_their_distance() throws Exception {
        SaqProduct product = world.product(3);
        world.sellOut(product.sku());
        Store near = world.stores().get(400);
        Store far = world.stores().get(0);
        world.setStoreQuantity(product.sku(), far.identifier(), 2);
        world.setStoreQuantity(product.sku(), near.identifier(), 7);
        List<JsonNode> stores = read(
                carrying(world.bySku(product.sku()).orElseThrow()),
                "&latitude=" + near.latitude() + "&longitude=" + near.longitude());
        assertThat(stores).extracting(store -> store.path("qty").asInt()).containsExactly(7, 2);
        assertThat(stores.getFirst().path("distance").asString()).isEqualTo("0,0 km");
        assertThat(stores.getLast().path("distance").asString()).matches("\\d{3},\\d km");
        List<JsonNode> all = read(LIST, "&latitude=48.4&longitude=-71.06");
        assertThat(all.getFirst().path("city").asString()).isEqualTo("Saguenay");
    }

    @Test
    void an_unknown_product_is_in_no_store_and_odd_parameters_do_no_harm() throws Exception {
        JsonNode none = page(LIST + "/context/product/id/1?loaded=0");
        assertThat(none.path("total").asInt()).isZero();
        assertThat(none.path("is_last_page").asBoolean()).isTrue();
        assertThat(page(LIST + "?loaded=plenty").path("list")).hasSize(10);
        assertThat(page(LIST + "?loaded=-5").path("list")).hasSize(10);
        assertThat(page(LIST + "?loaded=4000").path("list")).isEmpty();
        assertThat(page(LIST + "?latitude=here&longitude=there").path("list")).hasSize(10);
    }

    private static String carrying(SaqProduct product) {
        return LIST + "/context/product/id/" + product.magentoId();
    }

    private List<JsonNode> read(String path, String parameters) throws Exception {
        List<JsonNode> stores = new ArrayList<>();
        JsonNode page;
        do {
            page = page(path + "?loaded=" + stores.size() + "&fastly_geolocate=1" + parameters);
            page.path("list").forEach(stores::add);
            assertThat(page.path("list").size()).isLessThanOrEqualTo(10);
        } while (!page.path("is_last_page").asBoolean());
        assertThat(page.path("total").asInt()).isEqualTo(stores.size());
        return stores;
    }

    private JsonNode page(String address) throws Exception {
        HttpResponse<byte[]> answer = visitor.get(address, "X-Requested-With", "XMLHttpRequest");
        assertThat(answer.statusCode()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }
}
