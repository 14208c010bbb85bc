package com.saqsommelier.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.RecommendationListener;
import com.saqsommelier.api.RecommendationReason;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an answer is read while it is written, and what becomes of one that breaks off. */
class FollowedAnswerTest {

    private static final RecommendationRequest QUESTION = new RecommendationRequest("tg:1", "un rouge", "fr", null);

    private final ScriptedServer server = new ScriptedServer();
    private final ApiClient client = new ApiClient(server.address(), Optional.of("secret"));
    private final List<String> told = new ArrayList<>();
    private final RecommendationListener listener = new RecommendationListener() {
        @Override
        public void begun(RecommendationView answer) {
            told.add("begun with " + answer.products().size());
        }

        @Override
        public void reason(RecommendationReason reason) {
            told.add(reason.index() + " " + reason.reason());
        }
    };

    @BeforeEach
    void streams() {
        server.contentType = "text/event-stream";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bottles_and_reasons_are_told_in_their_order_and_the_whole_answer_returns() {
        server.body = event("begun", answer(""))
                + event("reason", "{\"index\":0,\"reason\":\"Il est corsé.\"}")
                + event("done", answer("Il est corsé."));

        RecommendationView whole = client.recommendations().follow(QUESTION, listener);

        assertThat(told).containsExactly("begun with 1", "0 Il est corsé.");
        assertThat(whole.products().getFirst().reason()).isEqualTo("Il est corsé.");
        assertThat(server.asked).isEqualTo("POST /api/v1/recommendations");
        assertThat(server.sent).contains("\"query\":\"un rouge\"");
        assertThat(server.key).isEqualTo("secret");
    }

    @Test
    void the_stream_is_read_as_its_standard_says() {
        server.body = ": a comment that keeps a connection open\r\n\r\nretry: 10\r\n"
                + "event: reason\r\ndata: {\"index\":0,\r\ndata: \"reason\":\"Deux lignes.\"}\r\n\r\n"
                + "event: of_a_newer_backend\r\ndata: {}\r\n\r\n"
                + "event: reason\r\n\r\n"
                + "event: done\r\ndata: " + answer("x") + "\r\n\r\n";

        client.recommendations().follow(QUESTION, listener);

        assertThat(told).containsExactly("0 Deux lignes.");
    }

    @Test
    void an_answer_that_breaks_off_is_no_answer_of_the_backend() {
        String begun = event("begun", answer(""));
        for (String cut : List.of(
                "",
                begun,
                begun + "event:done\ndata:" + answer("x"),
                begun + event("done", "{\"id\":"),
                begun + event("reason", "<html>"))) {
            server.body = cut;

            ApiException broken = catchThrowableOfType(
                    ApiException.class, () -> client.recommendations().follow(QUESTION, listener));

            assertThat(broken).as(cut).hasMessageContaining("broke off").hasMessageContaining("proxy");
            assertThat(broken.problem()).isEmpty();
        }
    }

    @Test
    void a_refusal_is_told_in_the_backends_own_words() {
        server.status = 401;
        server.contentType = "application/problem+json";
        server.body = "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"The key is wrong.\"}";

        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> client.recommendations().follow(QUESTION, listener));

        assertThat(refused.hasStatus(401)).isTrue();
        assertThat(refused).hasMessageContaining("The key is wrong.");
    }

    @Test
    void a_reason_for_no_bottle_changes_nothing() {
        server.body = event("done", answer("Il est corsé."));

        RecommendationView whole = client.recommendations().follow(QUESTION, listener);

        assertThat(whole.with(new RecommendationReason(1, "x"))).isEqualTo(whole);
        assertThat(whole.with(new RecommendationReason(-1, "x"))).isEqualTo(whole);
    }

    private static String event(String name, String data) {
        return "event:" + name + "\ndata:" + data + "\n\n";
    }

    private static String answer(String reason) {
        return """
                {"id":"a","conversation_id":"b","mode":"claude","products":[{"product":{"sku":"11111","name":"Rouge",\
                "categories":[],"grapes":[],"features":[],"url":"https://www.saq.com/fr/11111",\
                "first_seen_at":"2026-01-05T08:00:00Z","fetched_at":"2026-01-05T08:00:00Z",\
                "changed_at":"2026-01-05T08:00:00Z"},"reason":"%s"}],"understanding":{"language":"fr","kinds":[],\
                "colors":[],"countries":[],"regions":[],"grapes":[],"excluded":[],"styles":[],"features":[],"food":[],\
                "occasions":[],"count":3,"in_my_stores":false,"free_text":""},"loosened":[],"message":""}""".formatted(reason);
    }
}
