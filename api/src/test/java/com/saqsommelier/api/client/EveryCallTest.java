package com.saqsommelier.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.saqsommelier.api.AccessRequest;
import com.saqsommelier.api.AccessView;
import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.DetailedHealth;
import com.saqsommelier.api.DigestClaim;
import com.saqsommelier.api.DigestRecipients;
import com.saqsommelier.api.DigestStep;
import com.saqsommelier.api.DigestView;
import com.saqsommelier.api.EndedVisits;
import com.saqsommelier.api.ErasedView;
import com.saqsommelier.api.FacetsView;
import com.saqsommelier.api.GrapeView;
import com.saqsommelier.api.Health;
import com.saqsommelier.api.PriceAlertView;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.api.UserPatch;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.UserView;
import com.saqsommelier.api.VisitLog;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.VisitView;
import com.saqsommelier.api.WatchRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What each call writes, word for word, and how its answer is read: the names that other programs rely on. */
class EveryCallTest {

    private static final String PRODUCT = """
            {"sku":"11111","name":"Rouge","categories":["Vin"],"grapes":[{"name":"Merlot","percent":65}],
             "features":[],"price":24.95,"available":true,"url":"https://www.saq.com/fr/11111",
             "first_seen_at":"2026-01-05T08:00:00Z","fetched_at":"2026-01-05T08:00:00Z",
             "changed_at":"2026-01-05T08:00:00Z"}""";
    private static final String STORE = """
            {"id":"23009","name":"Laurier","city":"Montréal","postal_code":"H2T 1S4","latitude":45.5,"longitude":-73.5,
             "distance_km":1.2,"temporarily_closed":false,"closed":false}""";
    private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

    private final ScriptedServer server = new ScriptedServer();
    private final ApiClient client = new ApiClient(server.address(), Optional.of("secret"));

    @BeforeEach
    void nothingYet() {
        server.body = "{}";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_product() {
        server.body = PRODUCT;

        ProductView product = client.products().get("11111");

        assertThat(server.asked).isEqualTo("GET /api/v1/products/11111");
        assertThat(product.grapes()).containsExactly(new GrapeView("Merlot", new BigDecimal("65")));
        assertThat(product.price()).isEqualByComparingTo("24.95");
        assertThat(product.delistedAt()).isNull();
    }

    @Test
    void a_random_product() {
        server.body = PRODUCT;

        assertThat(client.products().random(ProductQuery.words("rouge")).sku()).isEqualTo("11111");
        assertThat(server.asked).isEqualTo("GET /api/v1/products/random?q=rouge");
    }

    @Test
    void similar_products() {
        server.body = "{\"sku\":\"22222\",\"products\":[" + PRODUCT + "]}";

        assertThat(client.products().similar("22222", 3).products()).hasSize(1);
        assertThat(server.asked).isEqualTo("GET /api/v1/products/22222/similar?limit=3");
    }

    @Test
    void facets() {
        server.body = """
                {"total":3,"categories":[{"value":"Vin","count":3}],"colors":[],"countries":[],
                 "regions":[{"value":"Bourgogne, Chablis","count":1,"country":"France","parent":"Bourgogne"}],
                 "grapes":[],"price":{"min":8.95,"max":90,"histogram":[{"from":15,"to":20,"count":3},{"from":20,"count":0}]}}
                """;

        FacetsView facets = client.products().facets(ProductQuery.words("rouge"));

        assertThat(server.asked).isEqualTo("GET /api/v1/products/facets?q=rouge");
        assertThat(facets.categories()).containsExactly(new FacetsView.Value("Vin", 3));
        assertThat(facets.regions())
                .containsExactly(new FacetsView.Region("Bourgogne, Chablis", 1, "France", "Bourgogne"));
        assertThat(facets.price().histogram())
                .containsExactly(
                        new FacetsView.Band(new BigDecimal("15"), new BigDecimal("20"), 3),
                        new FacetsView.Band(new BigDecimal("20"), null, 0));
    }

    @Test
    void the_stores_of_a_product() {
        server.body = "{\"sku\":\"11111\",\"checked_at\":\"2026-01-05T08:00:00Z\",\"stores\":[{\"store\":" + STORE
                + ",\"quantity\":12,\"read_at\":\"2026-01-05T08:00:00Z\"}]}";

        ProductStores stores = client.products().stores("11111");

        assertThat(server.asked).isEqualTo("GET /api/v1/products/11111/stores");
        assertThat(stores.checkedAt()).isEqualTo(MORNING);
        assertThat(stores.stores()).extracting(ProductStores.Shelf::quantity).containsExactly(12);
    }

    @Test
    void stores_near_a_place() {
        server.body = "{\"stores\":[" + STORE + "]}";

        List<StoreView> stores = client.stores().list("45.5,-73.6", null, 5).stores();

        assertThat(server.asked).isEqualTo("GET /api/v1/stores?near=45.5%2C-73.6&limit=5");
        assertThat(stores)
                .extracting(StoreView::postalCode, StoreView::distanceKm)
                .containsExactly(tuple("H2T 1S4", 1.2));
    }

    @Test
    void watches() {
        server.body = "{\"user_id\":\"tg:1\",\"sku\":\"11111\",\"created_at\":\"2026-01-05T08:00:00Z\",\"product\":"
                + PRODUCT + "}";
        server.status = 201;
        assertThat(client.watches().add(new WatchRequest("tg:1", "11111")).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(server.asked).isEqualTo("POST /api/v1/watches");
        assertThat(server.sent).isEqualTo("{\"user_id\":\"tg:1\",\"sku\":\"11111\"}");
        assertThat(server.key).isEqualTo("secret");

        server.body = "{\"watches\":[" + server.body + "]}";
        server.status = 200;
        assertThat(client.watches().list("tg:1").watches()).hasSize(1);
        assertThat(server.asked).isEqualTo("GET /api/v1/watches?user_id=tg%3A1");

        server.status = 204;
        client.watches().alert("11111", "tg:1", new PriceAlertView(PriceAlertView.Rule.BELOW, new BigDecimal("20.00")));
        assertThat(server.asked).isEqualTo("PUT /api/v1/watches/11111/price-alert?user_id=tg%3A1");

        client.watches().endAlert("11111", "tg:1");
        assertThat(server.asked).isEqualTo("DELETE /api/v1/watches/11111/price-alert?user_id=tg%3A1");

        client.watches().remove("11111", "tg:1");
        assertThat(server.asked).isEqualTo("DELETE /api/v1/watches/11111?user_id=tg%3A1");
    }

    @Test
    void what_people_choose() {
        server.body =
                "{\"user_id\":\"tg:1\",\"language\":\"fr\",\"digest\":true,\"paused\":false,\"stores\":[\"23009\"],"
                        + "\"time_zone\":\"America/Toronto\"}";
        UserView anne = new UserView("tg:1", "fr", true, false, List.of("23009"));
        assertThat(client.users().get("tg:1")).isEqualTo(anne);
        assertThat(server.asked).isEqualTo("GET /api/v1/users/tg%3A1");

        assertThat(client.users().put("tg:1", new UserPreferences("fr", true, false)))
                .isEqualTo(anne);
        assertThat(server.asked).isEqualTo("PUT /api/v1/users/tg%3A1");
        assertThat(server.sent).isEqualTo("{\"language\":\"fr\",\"digest\":true,\"paused\":false}");

        client.users().put("tg:1", new UserPreferences("fr", true, false, "22:00-08:00", "America/Toronto"));
        assertThat(server.sent)
                .endsWith("\"paused\":false,\"quiet_hours\":\"22:00-08:00\",\"time_zone\":\"America/Toronto\"}");

        client.users().patch("tg:1", UserPatch.nothing().withPaused(true));
        assertThat(server.asked).isEqualTo("PATCH /api/v1/users/tg%3A1");
        assertThat(server.sent).isEqualTo("{\"paused\":true}");

        server.status = 204;
        client.users().prefer("tg:1", "23009");
        assertThat(server.asked).isEqualTo("PUT /api/v1/users/tg%3A1/stores/23009");
        client.users().forget("tg:1", "23009");
        assertThat(server.asked).isEqualTo("DELETE /api/v1/users/tg%3A1/stores/23009");
    }

    @Test
    void deliveries() {
        server.body = """
                {"deliveries":[{"id":7,"event_id":3,"user_id":"tg:1","sku":"11111","kind":"restock","store_id":"23009",
                 "old":"0","new":"12","detected_at":"2026-01-05T08:00:00Z","leased_until":"2026-01-05T08:02:00Z",
                 "last_try":true,"corrects":{"message_id":4711,"told":[{"sku":"11111","kind":"restock",
                  "store_id":"23009","new":"12","detected_at":"2026-01-05T08:00:00Z"}]}}],
                 "products":{},"stores":{},"languages":{"tg:1":"en"}}
                """;
        DeliveryList claimed = client.deliveries().claim(new ClaimRequest("bot", 10, 25));
        assertThat(claimed.languages()).containsExactly(Map.entry("tg:1", "en"));
        assertThat(claimed.deliveries())
                .containsExactly(new DeliveryView(
                        7,
                        3,
                        "tg:1",
                        "11111",
                        "restock",
                        "23009",
                        "0",
                        "12",
                        MORNING,
                        MORNING.plusSeconds(120),
                        true,
                        new CorrectionView(
                                4711,
                                List.of(new CorrectionView.Told("11111", "restock", "23009", null, "12", MORNING)))));
        assertThat(server.asked).isEqualTo("POST /api/v1/deliveries/claim");
        assertThat(server.sent).isEqualTo("{\"consumer\":\"bot\",\"limit\":10,\"wait_seconds\":25}");

        server.status = 204;
        client.deliveries().report(7, new DeliveryOutcome(DeliveryOutcome.Outcome.RETRY, 5.0));
        assertThat(server.asked).isEqualTo("POST /api/v1/deliveries/7");
        assertThat(server.sent).isEqualTo("{\"outcome\":\"retry\",\"retry_after\":5.0}");
        client.deliveries()
                .report(7, new DeliveryOutcome(DeliveryOutcome.Outcome.SENT, null, 4711L, "bot", List.of(8L)));
        assertThat(server.sent).endsWith("\"message_id\":4711,\"consumer\":\"bot\",\"also\":[8]}");
    }

    @Test
    void who_may_come_in() {
        String decision = "{\"user_id\":\"tg:1\",\"allowed\":false,\"decided_by\":\"tg:9\","
                + "\"decided_at\":\"2026-01-05T08:00:00Z\"}";
        AccessView denied = new AccessView("tg:1", false, "tg:9", MORNING);
        server.body = decision;
        assertThat(client.access().put("tg:1", new AccessRequest(false, "tg:9")))
                .isEqualTo(denied);
        assertThat(server.asked).isEqualTo("PUT /api/v1/access/tg%3A1");
        assertThat(server.sent).isEqualTo("{\"allowed\":false,\"decided_by\":\"tg:9\"}");

        server.body = "{\"access\":[" + decision + "]}";
        assertThat(client.access().list().access()).containsExactly(denied);
        assertThat(server.asked).isEqualTo("GET /api/v1/access");
    }

    @Test
    void commands_that_were_given() {
        server.body = "{\"state\":\"new\",\"entry\":\"tell\",\"language\":null}";
        assertThat(client.visits().arrive(new VisitRequest("tg:42", 7, "tg:1", "search", "one", true, false)))
                .isEqualTo(new VisitView(VisitView.State.NEW, VisitView.Entry.TELL, null));
        assertThat(server.asked).isEqualTo("POST /api/v1/visits");
        assertThat(server.sent)
                .isEqualTo("{\"bot\":\"tg:42\",\"update_id\":7,\"user_id\":\"tg:1\",\"command\":\"search\","
                        + "\"process\":\"one\",\"alone\":true,\"listed\":false}");

        server.status = 204;
        client.visits()
                .ended(new EndedVisits(
                        "tg:42",
                        "one",
                        List.of(new EndedVisits.Ended(
                                7, "tg:1", "search", MORNING, true, VisitOutcome.TURNED_AWAY, 12))));
        assertThat(server.asked).isEqualTo("POST /api/v1/visits/ended");
        assertThat(server.sent)
                .isEqualTo("{\"bot\":\"tg:42\",\"process\":\"one\",\"visits\":[{\"update_id\":7,\"user_id\":\"tg:1\","
                        + "\"command\":\"search\",\"begun_at\":\"2026-01-05T08:00:00Z\",\"noted\":true,"
                        + "\"outcome\":\"turned_away\",\"milliseconds\":12}]}");

        server.status = 200;
        server.body = "{\"visits\":[{\"user_id\":\"tg:1\",\"command\":\"search\","
                + "\"begun_at\":\"2026-01-05T08:00:00Z\",\"outcome\":null,\"milliseconds\":null}]}";
        assertThat(client.visits().list("tg:1", 5).visits())
                .containsExactly(new VisitLog.Line("tg:1", "search", MORNING, null, null));
        assertThat(server.asked).isEqualTo("GET /api/v1/visits?user_id=tg%3A1&limit=5");
    }

    @Test
    void being_forgotten() {
        server.body = "{\"user_id\":\"tg:1\",\"erased\":{\"watches\":2}}";

        assertThat(client.users().erase("tg:1")).isEqualTo(new ErasedView("tg:1", Map.of("watches", 2)));
        assertThat(server.asked).isEqualTo("DELETE /api/v1/users/tg%3A1");
    }

    @Test
    void the_digest_of_a_week() {
        server.body = "{\"week\":\"2026-W02\",\"since\":\"2026-01-05T08:00:00Z\",\"until\":\"2026-01-05T08:00:00Z\","
                + "\"new\":{\"total\":1,\"products\":[" + PRODUCT + "]},\"back\":{\"total\":0,\"products\":[]},"
                + "\"leaving\":{\"total\":0,\"products\":[]},\"picks\":[{\"product\":" + PRODUCT
                + ",\"why\":\"new\"}]}";

        DigestView digest = client.digest().get("2026-W02");

        assertThat(server.asked).isEqualTo("GET /api/v1/digest?week=2026-W02");
        assertThat(digest.nothingHappened()).isFalse();
        assertThat(digest.fresh().products()).extracting(ProductView::sku).containsExactly("11111");
        assertThat(digest.picks()).extracting(DigestView.Pick::why).containsExactly("new");
    }

    @Test
    void who_gets_the_digest() {
        server.body = "{\"week\":\"2026-W02\",\"waiting\":1,\"recipients\":[{\"user_id\":\"tg:1\",\"language\":\"fr\","
                + "\"quiet\":true,\"parts_begun\":0,\"leased_until\":\"2026-01-05T08:00:00Z\",\"last_try\":false}]}";
        assertThat(client.digest().claim(new DigestClaim("one", 5, List.of("tg:-100"))))
                .isEqualTo(new DigestRecipients(
                        "2026-W02", List.of(new DigestRecipients.Recipient("tg:1", "fr", true, 0, MORNING, false)), 1));
        assertThat(server.asked).isEqualTo("POST /api/v1/digest/recipients/claim");
        assertThat(server.sent).isEqualTo("{\"consumer\":\"one\",\"limit\":5,\"groups\":[\"tg:-100\"]}");

        server.status = 204;
        client.digest().report(new DigestStep("2026-W02", "tg:1", "one", DigestStep.State.RETRY, 1, true, 30.0));
        assertThat(server.asked).isEqualTo("POST /api/v1/digest/recipients");
        assertThat(server.sent)
                .isEqualTo("{\"week\":\"2026-W02\",\"user_id\":\"tg:1\",\"consumer\":\"one\",\"state\":\"retry\","
                        + "\"part\":1,\"last\":true,\"retry_after\":30.0}");
    }

    @Test
    void an_answer_of_the_sommelier() {
        server.body =
                "{\"id\":\"a\",\"conversation_id\":\"b\",\"mode\":\"offline\",\"products\":[{\"product\":" + PRODUCT
                        + ",\"reason\":\"Un rouge.\"}],\"understanding\":{\"language\":\"fr\",\"kinds\":[],\"colors\":[\"Rouge\"],"
                        + "\"countries\":[],\"regions\":[],\"grapes\":[],\"excluded\":[],\"styles\":[],\"features\":[],\"food\":[],"
                        + "\"occasions\":[],\"min_price\":null,\"max_price\":25,\"count\":3,\"in_my_stores\":false,"
                        + "\"free_text\":\"\"},\"loosened\":[\"price\"],\"message\":\"Rien à ce prix.\"}";

        RecommendationView answer =
                client.recommendations().recommend(new RecommendationRequest("tg:1", "un rouge", "fr", null));

        assertThat(server.asked).isEqualTo("POST /api/v1/recommendations");
        assertThat(answer.products())
                .extracting(RecommendationView.Pick::reason)
                .containsExactly("Un rouge.");
        assertThat(answer.understanding().maxPrice()).isEqualByComparingTo("25");
        assertThat(answer.loosened()).containsExactly("price");

        server.status = 204;
        client.recommendations().rate("a", new RecommendationFeedback(RecommendationFeedback.Rating.UP));
        assertThat(server.asked).isEqualTo("POST /api/v1/recommendations/a/feedback");
        assertThat(server.sent).isEqualTo("{\"rating\":\"up\"}");
    }

    @Test
    void health_in_detail() {
        server.body = """
                {"status":"down","database":{"status":"down","problem":"stopped"},
                 "index":{"products":7,"revision":9,"current_at":"2026-01-05T08:00:00Z","age_seconds":61},
                 "deliveries":{"waiting":3,"held":2,"oldest_seconds":5,"failed":1,"problem":"given up"}}
                """;

        var health = client.health().detailed();

        assertThat(server.asked).isEqualTo("GET /health/detailed");
        assertThat(health.database().status()).isEqualTo(Health.Status.DOWN);
        assertThat(health.index().ageSeconds()).isEqualTo(61);
        assertThat(health.deliveries()).isEqualTo(new DetailedHealth.DeliveriesState(3, 2, 5, 1, "given up"));
    }
}
