package com.saqsommelier.backend.person;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.DetailedHealth;
import com.saqsommelier.api.PriceAlertView;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.api.UserPatch;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.UserView;
import com.saqsommelier.api.WatchRequest;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.store.Place;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watches, preferences, deliveries and stores, by the client that the bot uses and by bare HTTP. */
class PeopleTest {

    private static final String ANNE = "tg:1";
    private static final String KEY = "the key";

    private final Database database = TestDatabase.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private Backend backend;
    private ApiClient api;

    @BeforeEach
    void start() {
        new Products(database)
                .store(aRedWine().sku("1867").named("Château Margaux").reading());
        new Stores(database)
                .store(
                        List.of(
                                store("23001", "Montréal", "H2T 1S4", new Place(45.52, -73.59)),
                                store("23009", "Québec", "G1R 2L3", new Place(46.81, -71.21)),
                                store("23011", "Trois-Rivières", "G9A 1A1", null)),
                        Instant.now());
        database.jdbc()
                .sql("UPDATE products SET store_ids = '{23009,23011}', stores_checked_at = now()")
                .update();
        database.jdbc()
                .sql("INSERT INTO store_stock (sku, store_id, in_stock, quantity, read_at, source, changed_at, told)"
                        + " VALUES ('1867', '23009', true, 6, now(), 'store_list', now(), true)")
                .update();
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        backend.close();
        database.close();
        http.close();
    }

    @Test
    void a_watch_is_made_once_listed_and_ended() {
        assertThat(api.watches()
                        .add(new WatchRequest(ANNE, "1867"))
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertFails(409, () -> api.watches().add(new WatchRequest(ANNE, "1867")), "already");
        assertFails(404, () -> api.watches().add(new WatchRequest(ANNE, "99")), "No product has the SKU '99'");

        assertThat(api.watches().list(ANNE).watches())
                .extracting(WatchView::product)
                .extracting(product -> product.name())
                .containsExactly("Château Margaux");
        assertThat(api.watches().list("tg:2").watches()).isEmpty();

        assertThat(api.watches().remove("1867", ANNE).getStatusCode().value()).isEqualTo(204);
        assertFails(404, () -> api.watches().remove("1867", ANNE), "does not watch");
        assertThat(api.watches().list(ANNE).watches()).isEmpty();
    }

    @Test
    void a_price_alert_is_set_with_a_watch_changed_and_ended() {
        PriceAlertView below = new PriceAlertView(PriceAlertView.Rule.BELOW, new BigDecimal("20.00"));
        PriceAlertView percent = new PriceAlertView(PriceAlertView.Rule.PERCENT, new BigDecimal("10.00"));
        assertFails(404, () -> api.watches().alert("1867", ANNE, below), "does not watch");

        api.watches().add(new WatchRequest(ANNE, "1867", below));
        assertThat(api.watches().list(ANNE).watches().getFirst().priceAlert()).isEqualTo(below);
        api.watches().alert("1867", ANNE, percent);
        assertThat(api.watches().list(ANNE).watches().getFirst().priceAlert()).isEqualTo(percent);
        assertFails(
                400,
                () -> api.watches()
                        .alert("1867", ANNE, new PriceAlertView(PriceAlertView.Rule.PERCENT, new BigDecimal("101"))),
                "at most 100");
        api.watches().endAlert("1867", ANNE);
        assertThat(api.watches().list(ANNE).watches().getFirst().priceAlert()).isNull();
    }

    @Test
    void a_person_has_defaults_and_keeps_what_was_chosen() {
        assertThat(api.users().get(ANNE)).isEqualTo(new UserView(ANNE, null, false, false, List.of()));

        api.users().prefer(ANNE, "23009");
        api.users().prefer(ANNE, "23009");
        UserView changed = api.users().put(ANNE, new UserPreferences("en", true, false));

        assertThat(changed).isEqualTo(new UserView(ANNE, "en", true, false, List.of("23009")));
        assertFails(404, () -> api.users().prefer(ANNE, "99999"), "No store has the id '99999'");
        api.users().forget(ANNE, "23009");
        api.users().forget(ANNE, "23009");
        assertThat(api.users().get(ANNE).stores()).isEmpty();
    }

    @Test
    void a_delivery_is_claimed_once_and_reported() {
        api.watches().add(new WatchRequest(ANNE, "1867"));
        api.users().prefer(ANNE, "23009");
        happens();

        api.users().patch(ANNE, UserPatch.nothing().withLanguage("en"));

        DeliveryList list = api.deliveries().claim(new ClaimRequest("bot", 10, 0));

        // All that a message needs: nothing else is asked for.
        assertThat(list.products().get("1867")).extracting(ProductView::name).isEqualTo("Château Margaux");
        assertThat(list.stores().get("23009")).extracting(StoreView::city).isEqualTo("Québec");
        assertThat(list.languages()).containsExactly(Map.entry(ANNE, "en"));
        List<DeliveryView> claimed = list.deliveries();
        assertThat(claimed).singleElement().satisfies(delivery -> {
            assertThat(delivery.userId()).isEqualTo(ANNE);
            assertThat(delivery.kind()).isEqualTo("restock");
            assertThat(delivery.storeId()).isEqualTo("23009");
            assertThat(delivery.old()).isEqualTo("0");
            assertThat(delivery.current()).isEqualTo("6");
            assertThat(delivery.leasedUntil()).isAfter(Instant.now());
        });
        assertThat(api.deliveries().claim(new ClaimRequest("bot", 10, 0)).deliveries())
                .isEmpty();
        DeliveryOutcome sent = new DeliveryOutcome(DeliveryOutcome.Outcome.SENT, null);
        assertThat(api.deliveries()
                        .report(claimed.getFirst().id(), sent)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertFails(404, () -> api.deliveries().report(4711, sent), "no delivery 4711");
    }

    @Test
    void a_patch_changes_what_it_names_and_two_at_once_both_count() throws Exception {
        api.users().put(ANNE, new UserPreferences("en", true, false, "22:00-08:00", "America/Halifax"));

        List<CompletableFuture<UserView>> both = List.of(
                CompletableFuture.supplyAsync(
                        () -> api.users().patch(ANNE, UserPatch.nothing().withLanguage("fr"))),
                CompletableFuture.supplyAsync(
                        () -> api.users().patch(ANNE, UserPatch.nothing().withPaused(true))),
                CompletableFuture.supplyAsync(
                        () -> api.users().patch(ANNE, UserPatch.nothing().withQuietHours("off", null))));
        for (CompletableFuture<UserView> one : both) {
            one.get(1, TimeUnit.MINUTES);
        }

        assertThat(api.users().get(ANNE))
                .isEqualTo(new UserView(ANNE, "fr", true, true, List.of(), null, "America/Halifax"));
    }

    @Test
    void quiet_hours_are_kept_with_the_clock_and_left_alone_by_callers_that_do_not_know_them() {
        UserView night =
                api.users().put(ANNE, new UserPreferences(null, false, false, "22:00-08:00", "America/Halifax"));
        assertThat(night.quietHours()).isEqualTo("22:00-08:00");
        assertThat(night.timeZone()).isEqualTo("America/Halifax");

        assertThat(api.users().put(ANNE, new UserPreferences("en", true, false)).quietHours())
                .isEqualTo("22:00-08:00");

        UserView loud = api.users().put(ANNE, new UserPreferences("en", true, false, "off", null));
        assertThat(loud.quietHours()).isNull();
        assertThat(loud.timeZone()).isEqualTo("America/Halifax");
    }

    @Test
    void what_sells_out_within_the_hour_names_the_message_to_correct() {
        api.watches().add(new WatchRequest(ANNE, "1867"));
        api.users().prefer(ANNE, "23009");
        happens(EventKind.RESTOCK);
        happens(EventKind.RESTOCK);
        List<DeliveryView> claimed =
                api.deliveries().claim(new ClaimRequest("bot", 10, 30)).deliveries();
        api.deliveries()
                .report(
                        claimed.get(0).id(),
                        new DeliveryOutcome(
                                DeliveryOutcome.Outcome.SENT,
                                null,
                                4711L,
                                "bot",
                                List.of(claimed.get(1).id())));
        happens(EventKind.DESTOCK);

        assertThat(api.deliveries().claim(new ClaimRequest("bot", 10, 30)).deliveries())
                .singleElement()
                .satisfies(delivery -> {
                    CorrectionView corrects = Objects.requireNonNull(delivery.corrects());
                    assertThat(corrects.messageId()).isEqualTo(4711);
                    assertThat(corrects.told())
                            .extracting(CorrectionView.Told::kind, CorrectionView.Told::storeId)
                            .containsExactly(tuple("restock", "23009"), tuple("restock", "23009"));
                });
    }

    @Test
    void alerts_that_failed_are_shown_to_the_operator() throws Exception {
        api.watches().add(new WatchRequest(ANNE, "1867"));
        api.users().prefer(ANNE, "23009");
        happens();
        long id = api.deliveries()
                .claim(new ClaimRequest("bot", 10, 30))
                .deliveries()
                .getFirst()
                .id();
        // The snapshot of health is renewed every few seconds.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            DetailedHealth.DeliveriesState before =
                    Objects.requireNonNull(api.health().detailed().deliveries());
            // How old the alert is depends on how quick the machine is.
            assertThat(before).isEqualTo(new DetailedHealth.DeliveriesState(1, 0, before.oldestSeconds(), 0, null));
        });

        api.deliveries().report(id, new DeliveryOutcome(DeliveryOutcome.Outcome.FAILED, null));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                Objects.requireNonNull(api.health().detailed().deliveries())
                                        .problem())
                        .isNotNull()
                        .contains("1 alerts were given up", "docs/operations.md"));
        assertThat(get("/actuator/prometheus", KEY).body()).contains("sommelier_deliveries_failed 1.0");
    }

    @Test
    void a_claim_waits_for_the_first_delivery() throws Exception {
        api.watches().add(new WatchRequest(ANNE, "1867"));
        api.users().prefer(ANNE, "23009");
        CompletableFuture<List<DeliveryView>> waiting = CompletableFuture.supplyAsync(
                () -> api.deliveries().claim(new ClaimRequest("bot", 10, 30)).deliveries());
        happens();

        assertThat(waiting.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/watches?user_id=tg:1", "/api/v1/users/tg:1", "/api/v1/deliveries/claim"})
    void nobody_without_the_key_learns_of_people_although_the_catalogue_is_open(String path) throws Exception {
        assertThat(get(path, "").statusCode()).isEqualTo(401);
        assertThat(get(path, "wrong").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/products", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/v1/watches?user_id=1            |                                        | user_id",
                "GET  | /api/v1/watches                      |                                        | user_id",
                "GET  | /api/v1/users/<script>               |                                        | ''",
                "POST | /api/v1/watches                      | {\"user_id\":\"tg:1\",\"sku\":\"x\"}   | sku",
                "POST | /api/v1/watches                      | {\"sku\":\"1867\"}                    | user_id",
                "POST | /api/v1/watches                      | {                                      | JSON",
                "POST | /api/v1/watches                      | []                                     | JSON",
                "PUT  | /api/v1/users/tg:1                   | {\"language\":\"de\",\"digest\":true,\"paused\":false} | fr or en",
                "PATCH | /api/v1/users/tg:1                  | {\"language\":\"de\"}                 | fr or en",
                "PATCH | /api/v1/users/tg:1                  | {\"quiet_hours\":\"08:00-08:00\"}     | two different times",
                "PUT  | /api/v1/users/tg:1                   | {\"language\":\"fr\"}                 | '''digest'' is missing'",
                "PUT  | /api/v1/users/tg:1                   | {\"digest\":true,\"paused\":false,\"quiet_hours\":\"25:00-08:00\"} | quiet_hours",
                "PUT  | /api/v1/users/tg:1                   | {\"digest\":true,\"paused\":false,\"quiet_hours\":\"08:00-08:00\"} | two different times",
                "PUT  | /api/v1/users/tg:1                   | {\"digest\":true,\"paused\":false,\"time_zone\":\"Mars/Olympus\"} | America/Toronto",
                "POST | /api/v1/deliveries/claim             | {\"consumer\":\"\",\"limit\":1}       | consumer",
                "POST | /api/v1/deliveries/claim             | {\"consumer\":\"b\",\"limit\":0}      | limit",
                "POST | /api/v1/deliveries/claim             | {\"consumer\":\"b\",\"limit\":1,\"wait_seconds\":31} | wait_seconds",
                "POST | /api/v1/deliveries/1                 | {\"outcome\":\"lost\"}                | JSON",
                "POST | /api/v1/deliveries/x                 | {\"outcome\":\"sent\"}                | id",
                "GET  | /api/v1/stores?near=1,2,3            |                                        | near",
                "GET  | /api/v1/stores?near=91,0             |                                        | near",
                "GET  | /api/v1/stores?limit=0               |                                        | limit",
                "GET  | /api/v1/stores?limit=x               |                                        | limit",
                "GET  | /api/v1/stores?city=                 |                                        | city",
            })
    void what_makes_no_sense_is_answered_with_400_and_a_reason(String method, String path, String body, String reason)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(backend.baseUrl() + path.replace("<", "%3C").replace(">", "%3E")))
                .header("X-API-Key", KEY)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));

        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void stores_are_found_near_a_place_and_by_city_or_postal_code() {
        assertThat(ids(api.stores().list(null, null, null).stores())).containsExactly("23001", "23009", "23011");
        List<StoreView> near = api.stores().list("46.8,-71.2", null, 1).stores();
        assertThat(ids(near)).containsExactly("23009");
        assertThat(near.getFirst().distanceKm()).isBetween(0.5, 3.0);
        assertThat(ids(api.stores().list(null, "quebec", null).stores())).containsExactly("23009");
        assertThat(ids(api.stores().list(null, "trois rivieres", null).stores()))
                .containsExactly("23011");
        assertThat(ids(api.stores().list(null, "h2t", null).stores())).containsExactly("23001");
        assertThat(api.stores().list(null, "Paris", null).stores()).isEmpty();
        assertThat(ids(api.stores().list(null, "H2T 9Z9", null).stores())).containsExactly("23001");
        assertThat(ids(api.stores().list(null, "h2x", null).stores())).containsExactly("23001");
        assertThat(api.stores().list(null, "V6B 1A1", null).stores()).isEmpty();
    }

    @Test
    void the_stores_of_a_product_come_with_their_bottles_where_these_are_known() {
        ProductStores stores = api.products().stores("1867");

        assertThat(stores.checkedAt()).isNotNull();
        assertThat(stores.stores()).extracting(shelf -> shelf.store().id()).containsExactly("23009", "23011");
        assertThat(stores.stores()).extracting(ProductStores.Shelf::quantity).containsExactly(6, null);
        assertFails(404, () -> api.products().stores("99"), "No product has the SKU '99'");
    }

    @Test
    void products_are_listed_by_store() {
        assertThat(listed(List.of("23009"))).isEqualTo(1);
        assertThat(listed(List.of("23001"))).isZero();
        assertThat(listed(List.of("23001", "23011"))).isEqualTo(1);
    }

    private long listed(List<String> stores) {
        return api.products()
                .list(new ProductQuery(
                        null, null, null, null, null, null, null, null, null, null, stores, null, null, null))
                .total();
    }

    private void happens() {
        happens(EventKind.RESTOCK);
    }

    private void happens(EventKind kind) {
        new Events(database)
                .add(new Event(
                        "1867",
                        kind,
                        Optional.of("23009"),
                        Optional.of("0"),
                        Optional.of("6"),
                        "store_list",
                        Instant.now().plus(Duration.ofMillis(1))));
    }

    private static List<String> ids(List<StoreView> stores) {
        return stores.stream().map(StoreView::id).toList();
    }

    private static void assertFails(int status, Runnable call, String reason) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.hasStatus(status)).isTrue())
                .hasMessageContaining(reason);
    }

    private HttpResponse<String> get(String path, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(backend.baseUrl() + path));
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Store store(String id, String city, String postalCode, @Nullable Place place) {
        return new Store(
                id,
                "SAQ " + city,
                "SAQ",
                "1, rue Principale",
                city,
                postalCode,
                null,
                Optional.ofNullable(place),
                null,
                false,
                null);
    }
}
