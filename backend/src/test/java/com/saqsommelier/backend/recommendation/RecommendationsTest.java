package com.saqsommelier.backend.recommendation;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationFeedback.Rating;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sommelier by the client that the bot uses, without Claude. */
class RecommendationsTest {

    private static final String ANNE = "tg:1";
    private static final String KEY = "the key";

    private final Database database = TestDatabase.fresh();
    private Backend backend;
    private ApiClient api;

    @BeforeEach
    void start() {
        Products products = new Products(database);
        for (int number = 0; number < 8; number++) {
            products.store(aRedWine()
                    .sku(Integer.toString(101 + number))
                    .named("Château " + number)
                    .madeBy("Producteur " + number)
                    .priced((15 + 3 * number) + ".00")
                    .reading());
        }
        products.store(aRedWine()
                .sku("201")
                .named("Épuisé")
                .priced("16.00")
                .available(false)
                .reading());
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        backend.close();
        database.close();
    }

    @Test
    void a_question_is_answered_with_bottles_that_fit_and_can_be_bought() {
        RecommendationView answer = ask("un rouge de Bordeaux à moins de 25 $", null);

        assertThat(answer.mode()).isEqualTo("offline");
        assertThat(answer.products()).hasSize(3).allSatisfy(pick -> {
            assertThat(pick.product().price()).isLessThanOrEqualTo(new BigDecimal("25"));
            assertThat(pick.product().available()).isTrue();
            assertThat(pick.reason()).isNotBlank();
        });
        assertThat(answer.understanding().language()).isEqualTo("fr");
        assertThat(answer.understanding().maxPrice()).isEqualByComparingTo("25");
        assertThat(answer.loosened()).isEmpty();
    }

    @Test
    void a_conversation_does_not_repeat_a_bottle_and_another_person_has_no_part_in_it() {
        RecommendationView first = ask("un rouge de Bordeaux", null);
        RecommendationView second = ask("un autre rouge de Bordeaux", first.conversationId());

        assertThat(second.conversationId()).isEqualTo(first.conversationId());
        assertThat(skus(second)).doesNotContainAnyElementsOf(skus(first));
        RecommendationView stranger = api.recommendations()
                .recommend(new RecommendationRequest("tg:2", "un rouge de Bordeaux", "fr", first.conversationId()));
        assertThat(skus(stranger)).isEqualTo(skus(first));
    }

    @Test
    void a_follow_up_goes_on_from_what_was_said_before_a_restart_until_half_an_hour_has_passed() {
        RecommendationView first = ask("un rouge à plus de 25 $", null);
        backend.close();
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));

        RecommendationView cheaper = ask("moins cher", first.conversationId());

        BigDecimal cheapest = first.products().stream()
                .map(pick -> pick.product().price())
                .min(BigDecimal::compareTo)
                .orElseThrow();
        assertThat(cheaper.products())
                .isNotEmpty()
                .allSatisfy(pick -> assertThat(pick.product().price()).isLessThan(cheapest));
        assertThat(cheaper.understanding().colors()).containsExactly("Rouge");

        database.jdbc()
                .sql("UPDATE recommendations SET created_at = created_at - INTERVAL '31 minutes'")
                .update();
        RecommendationView over = ask("moins cher", first.conversationId());
        assertThat(over.understanding().colors()).isEmpty();
        assertThat(over.products()).isEmpty();
        assertThat(over.message()).isNotBlank();
    }

    @Test
    void what_had_to_be_given_up_is_said() {
        RecommendationView answer = ask("un rouge casher", null);

        assertThat(answer.loosened()).containsExactly("feature");
        assertThat(answer.message()).isNotBlank();
        assertThat(answer.products()).isNotEmpty();
    }

    @Test
    void in_my_stores_means_the_stores_of_the_person() {
        new Stores(database)
                .store(
                        List.of(new Store(
                                "23009",
                                "Laurier",
                                null,
                                null,
                                "Montréal",
                                null,
                                null,
                                Optional.empty(),
                                null,
                                false,
                                null)),
                        Instant.now());
        database.jdbc()
                .sql("UPDATE products SET store_ids = '{23009}' WHERE sku = '201'")
                .update();
        new People(database).prefer(ANNE, "23009", Instant.now());

        assertThat(skus(ask("un rouge dans ma succursale", null))).containsExactly("201");
    }

    @Test
    void an_answer_is_traced_and_can_be_rated() {
        RecommendationView answer = ask("un rouge", null);

        api.recommendations().rate(answer.id(), new RecommendationFeedback(Rating.DOWN));

        assertThat(database.jdbc()
                        .sql("SELECT user_id, question, rating FROM recommendations")
                        .query()
                        .singleRow())
                .containsEntry("user_id", ANNE)
                .containsEntry("question", "un rouge")
                .containsEntry("rating", "down");
        for (String unknown : List.of(UUID.randomUUID().toString(), "7", "x")) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class,
                    () -> api.recommendations().rate(unknown, new RecommendationFeedback(Rating.UP)));
            assertThat(thrown.hasStatus(404)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "🍷🍷🍷", "une bière froide", "wine for my son, he is 12", "????"})
    void a_question_that_means_nothing_or_asks_for_what_there_is_not_gets_a_sentence(String question) {
        RecommendationView answer = ask(question, null);

        assertThat(answer.products()).isEmpty();
        assertThat(answer.message()).isNotBlank();
    }

    @Test
    void what_is_no_request_is_refused_by_name() {
        for (RecommendationRequest wrong : List.of(
                new RecommendationRequest(ANNE, "x".repeat(2001), null, null),
                new RecommendationRequest(ANNE, "un rouge", "de", null),
                new RecommendationRequest(ANNE, "un rouge", null, "7"),
                new RecommendationRequest("Anne", "un rouge", null, null))) {
            ApiException thrown = catchThrowableOfType(
                    ApiException.class, () -> api.recommendations().recommend(wrong));
            assertThat(thrown.hasStatus(400)).as(wrong.toString()).isTrue();
            assertThat(thrown.problem().orElseThrow().errors()).hasSize(1);
        }
        ApiException thrown = catchThrowableOfType(
                ApiException.class,
                () -> new ApiClient(backend.baseUrl(), Optional.empty())
                        .recommendations()
                        .recommend(new RecommendationRequest(ANNE, "un rouge", null, null)));
        assertThat(thrown.hasStatus(401)).isTrue();
    }

    private RecommendationView ask(String question, @Nullable String conversation) {
        return api.recommendations().recommend(new RecommendationRequest(ANNE, question, "fr", conversation));
    }

    private static List<String> skus(RecommendationView answer) {
        return answer.products().stream().map(pick -> pick.product().sku()).toList();
    }
}
