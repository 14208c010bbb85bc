package com.saqsommelier.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.saqsommelier.api.AccessRequest;
import com.saqsommelier.api.AccessView;
import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.EndedVisits;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.VisitLog;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.VisitView;
import com.saqsommelier.api.VisitView.Entry;
import com.saqsommelier.api.VisitView.State;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.Http;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes in, which command is handled once, and what is noted of it; by the client that the bot uses. */
class AccessControlTest {

    private static final String KEY = "the key";
    private static final String BOT = "tg:42";
    private static final String ANNE = "tg:1";
    private static final String ADMIN = "tg:9";

    private final Database database = TestDatabase.fresh();
    private Backend backend;
    private ApiClient api;

    @BeforeEach
    void start() {
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        backend.close();
        database.close();
    }

    @Test
    void an_administrators_word_wins_over_the_settings_and_counts_at_once() {
        assertThat(arrive(1, true)).isEqualTo(new VisitView(State.NEW, Entry.IN, null));
        assertThat(arrive(2, false).entry()).isEqualTo(Entry.TELL);

        api.access().put(ANNE, new AccessRequest(true, ADMIN));
        assertThat(arrive(3, false).entry()).isEqualTo(Entry.IN);

        api.access().put(ANNE, new AccessRequest(false, ADMIN));
        assertThat(arrive(4, true).entry()).isEqualTo(Entry.OUT);
        assertThat(api.access().list().access())
                .extracting(AccessView::userId, AccessView::allowed, AccessView::decidedBy)
                .containsExactly(tuple(ANNE, false, ADMIN));
    }

    @Test
    void a_stranger_is_told_once_even_by_a_backend_that_was_restarted() {
        assertThat(arrive(1, false).entry()).isEqualTo(Entry.TELL);
        backend.close();
        backend = Backend.start(new BackendSettings(0, Optional.of(KEY), true), database);
        api = new ApiClient(backend.baseUrl(), Optional.of(KEY));

        assertThat(arrive(2, false).entry()).isEqualTo(Entry.OUT);
    }

    @Test
    void an_update_is_handled_once_and_one_that_comes_again_does_not_use_up_the_word_to_a_stranger() {
        assertThat(arrive(1, true).state()).isEqualTo(State.NEW);
        assertThat(arrive(1, false)).isEqualTo(new VisitView(State.BEGUN, Entry.OUT, null));
        end(1, true, VisitOutcome.ANSWERED);

        assertThat(arrive(1, true).state()).isEqualTo(State.DONE);
        assertThat(arrive(2, false).entry()).isEqualTo(Entry.TELL);
    }

    @Test
    void the_chosen_language_comes_with_the_answer() {
        api.users().put(ANNE, new UserPreferences("en", false, false));

        assertThat(arrive(1, true).language()).isEqualTo("en");
    }

    @Test
    void what_was_done_can_be_read_and_is_measured() throws IOException, InterruptedException {
        arrive(1, true);
        end(1, true, VisitOutcome.ANSWERED);
        end(2, false, VisitOutcome.UNAVAILABLE);
        arrive(3, true);

        assertThat(api.visits().list(ANNE, null).visits())
                .extracting(VisitLog.Line::command, VisitLog.Line::outcome)
                .containsExactlyInAnyOrder(
                        tuple("search", null),
                        tuple("search", VisitOutcome.UNAVAILABLE),
                        tuple("search", VisitOutcome.ANSWERED));
        assertThat(api.visits().list("tg:2", 1).visits()).isEmpty();
        try (Http http = new Http(backend.baseUrl())) {
            assertThat(http.get("/actuator/prometheus").body())
                    .contains("sommelier_bot_commands_seconds_count{command=\"search\",outcome=\"unavailable\"} 1");
        }
    }

    @Test
    void a_person_who_is_forgotten_leaves_no_line_even_of_that() {
        api.users().put(ANNE, new UserPreferences("en", false, false));
        arrive(1, true);

        assertThat(api.users().erase(ANNE).erased()).containsEntry("people", 1).containsEntry("visits", 1);
        end(1, true, VisitOutcome.ANSWERED);

        assertThat(api.visits().list(ANNE, null).visits()).isEmpty();
        assertThat(api.users().get(ANNE).language()).isNull();
        assertThat(api.users().erase(ANNE).erased()).isEmpty();
    }

    @Test
    void without_the_key_nobody_asks_about_people() {
        ApiClient stranger = new ApiClient(backend.baseUrl(), Optional.empty());

        assertThatThrownBy(() -> stranger.access().list()).satisfies(AccessControlTest::isUnauthorized);
        assertThatThrownBy(() -> stranger.visits().list(null, null)).satisfies(AccessControlTest::isUnauthorized);
    }

    @Test
    void bad_input_is_named() {
        assertThatThrownBy(() -> api.visits().arrive(new VisitRequest(BOT, 1, ANNE, "/search x", "one", true, true)))
                .hasMessageContaining("400");
        assertThatThrownBy(() -> api.visits().list("1", null)).hasMessageContaining("400");
        assertThatThrownBy(() -> api.visits().ended(new EndedVisits(BOT, "one", List.of())))
                .hasMessageContaining("400");
        assertThatThrownBy(() -> api.access().put("anne", new AccessRequest(true, ADMIN)))
                .hasMessageContaining("400");
    }

    private VisitView arrive(long update, boolean listed) {
        return api.visits().arrive(new VisitRequest(BOT, update, ANNE, "search", "one", false, listed));
    }

    private void end(long update, boolean noted, VisitOutcome outcome) {
        api.visits()
                .ended(new EndedVisits(
                        BOT,
                        "one",
                        List.of(new EndedVisits.Ended(update, ANNE, "search", Instant.now(), noted, outcome, 12))));
    }

    private static void isUnauthorized(Throwable e) {
        assertThat(((ApiException) e).hasStatus(401)).isTrue();
    }
}
