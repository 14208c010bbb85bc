package com.saqsommelier.backend.recommendation;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationFeedback.Rating;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.RecommendationCall;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.simulator.claude.ClaudeSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sommelier by the client that the bot uses, with Claude played by the stand-in. */
class ClaudeRecommendationsTest {

    private static final String KEY = "the key";
    private static final String QUESTION = "un rouge de Bordeaux à moins de 25 $";

    private final Database database = TestDatabase.fresh();
    private final ClaudeSimulator claude = ClaudeSimulator.start(0);
    private Backend backend;
    private ApiClient api;

    ClaudeRecommendationsTest() throws IOException {}

    @BeforeEach
    void start() {
        Products products = new Products(database);
        for (int number = 0; number < 8; number++) {
            products.store(aRedWine()
                    .sku(Integer.toString(101 + number))
                    .named("Château " + number)
                    .madeBy("Producteur " + number)
                    .priced((15 + number) + ".00")
                    .reading());
        }
        backend = Backend.start(
                new BackendSettings(0, Optional.of(KEY), true)
                        .asking(Optional.of(ClaudeSettings.of(ClaudeSimulator.KEY, claude.baseUrl())
                                .costingAtMost(new BigDecimal("1.00"))
                                .withPrompts(List.of("1", "2")))),
                database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        backend.close();
        claude.close();
        database.close();
    }

    @Test
    void the_mode_is_claude_and_everything_that_was_made_is_kept() {
        RecommendationView answer = ask(QUESTION, null);

        assertThat(answer.mode()).isEqualTo("claude");
        assertThat(answer.products())
                .hasSize(3)
                .allSatisfy(pick -> assertThat(pick.reason()).startsWith("Il me plaît bien ici"));
        Map<String, Object> trace = row("SELECT * FROM recommendations");
        assertThat(trace.get("grace")).isEqualTo("claude_and_words");
        assertThat(trace.get("model")).isEqualTo("claude-haiku-5-5");
        assertThat(trace.get("prompt_version")).isIn("1", "2");
        assertThat(trace.get("replaced_reasons")).isEqualTo(0);
        assertThat(String.valueOf(trace.get("candidates"))).contains("\"sku\"").contains("\"score\"");
        assertThat(String.valueOf(trace.get("stages"))).contains("interpret").contains("reasons");
        Map<String, Object> cost = row("SELECT * FROM recommendation_costs");
        assertThat(cost.get("calls")).isEqualTo(2L);
        assertThat((BigDecimal) cost.get("cost_usd")).isPositive();
    }

    @Test
    void versions_of_the_prompts_are_liked_apart() {
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> liked = new HashMap<>();
        for (int person = 0; person < 12; person++) {
            RecommendationView answer =
                    api.recommendations().recommend(new RecommendationRequest("tg:" + person, QUESTION, "fr", null));
            RecommendationView again =
                    api.recommendations().recommend(new RecommendationRequest("tg:" + person, QUESTION, "fr", null));
            assertThat(version(again)).as("a person keeps the version").isEqualTo(version(answer));
            boolean likes = person % 3 == 0;
            api.recommendations().rate(answer.id(), new RecommendationFeedback(likes ? Rating.UP : Rating.DOWN));
            asked.merge(version(answer), 1, Integer::sum);
            liked.merge(version(answer), likes ? 1 : 0, Integer::sum);
        }

        assertThat(asked).containsOnlyKeys("1", "2");
        asked.forEach((version, people) -> {
            long up = liked.getOrDefault(version, 0);
            assertThat(row("SELECT * FROM prompt_versions WHERE prompt_version = '" + version + "'"))
                    .containsEntry("answers", 2L * people)
                    .containsEntry("up", up)
                    .containsEntry("down", people - up);
        });
    }

    private String version(RecommendationView answer) {
        return database.jdbc()
                .sql("SELECT prompt_version FROM recommendations WHERE id = ?::uuid")
                .param(answer.id())
                .query(String.class)
                .single();
    }

    @Test
    void stopping_claude_in_the_middle_of_a_conversation_is_one_step_down() {
        RecommendationView first = ask(QUESTION, null);
        claude.close();

        RecommendationView second = ask("plutôt un rouge de Bordeaux à moins de 24 $", first.conversationId());

        assertThat(first.mode()).isEqualTo("claude");
        assertThat(second.mode()).isEqualTo("offline");
        assertThat(second.message()).contains("Réponse simple");
        assertThat(second.products()).isNotEmpty();
    }

    @Test
    void without_a_table_of_traces_there_is_an_answer_all_the_same() {
        database.jdbc().sql("ALTER TABLE recommendations RENAME TO elsewhere").update();

        assertThat(ask(QUESTION, null).products()).isNotEmpty();
    }

    @Test
    void what_claude_costs_is_a_metric() throws Exception {
        ask(QUESTION, null);

        String metrics = get(backend.baseUrl().resolve("/actuator/prometheus"));
        assertThat(metrics)
                .contains("sommelier_claude_calls_total{outcome=\"ok\",purpose=\"understand\"} 1.0")
                .contains("sommelier_claude_cost_dollars_total")
                .contains("sommelier_answers_total{grace=\"claude_and_words\"} 1.0");
    }

    @Test
    void an_answer_can_be_followed_while_it_is_written() throws Exception {
        HttpRequest.Builder request = RecommendationCall.to(backend.baseUrl(), KEY, QUESTION);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> stream = http.send(
                    request.copy().header("Accept", "text/event-stream").build(), BodyHandlers.ofString());
            HttpResponse<String> whole =
                    http.send(request.copy().header("Accept", "*/*").build(), BodyHandlers.ofString());

            assertThat(stream.body().lines().filter(line -> line.startsWith("event:")))
                    .containsExactly("event:begun", "event:reason", "event:reason", "event:reason", "event:done");
            assertThat(stream.body()).contains("Il me plaît bien ici");
            assertThat(whole.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        }
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private Map<String, Object> row(String query) {
        return database.jdbc().sql(query).query().singleRow();
    }

    private RecommendationView ask(String question, @Nullable String conversation) {
        return api.recommendations().recommend(new RecommendationRequest("tg:1", question, "fr", conversation));
    }
}
