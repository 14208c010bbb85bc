package com.saqsommelier.recommend.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.retrieve.AnswerLevel;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.simulator.claude.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever Claude does, there is an answer. */
class FallbackChainTest {

    private static final String QUESTION = "Un rouge corsé pour un méchoui, moins de 25 $";
    private static final Set<String> FITTING = Set.of("11", "12", "14");
    private static final String SIMPLE = "Réponse simple, composée d’après les fiches.";

    @Test
    void with_claude_the_answer_is_claudes() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            Recommendation answer = cellar.ask(QUESTION);

            assertThat(answer.grace()).isEqualTo(AnswerLevel.CLAUDE_AND_WORDS);
            assertThat(ClaudeFixture.skus(answer)).containsExactlyInAnyOrderElementsOf(FITTING);
            assertThat(answer.picks())
                    .allSatisfy(pick -> assertThat(pick.reason()).startsWith("Il me plaît bien ici"));
            assertThat(answer.message()).doesNotContain(SIMPLE);
            assertThat(cellar.outcomes()).containsExactly("ok", "ok");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BAD_KEY, bad_key",
        "NO_CREDIT, no_credit",
        "RATE_LIMIT, rate_limited",
        "OVERLOADED, overloaded",
        "SERVER_ERROR, server_error",
        "CLOSED, unreachable",
        "SLOW, timeout",
        "CUT, unreachable",
        "REFUSAL, refused",
        "TOO_LONG, too_long",
        "BROKEN_JSON, bad_answer"
    })
    void whatever_goes_wrong_the_answer_is_the_simple_one_and_says_so(Fault fault, String outcome) {
        try (ClaudeFixture cellar = ClaudeFixture.with(settings -> settings.within(Duration.ofSeconds(1)))) {
            cellar.claude.fail(fault);

            Recommendation answer = cellar.ask(QUESTION);

            assertThat(answer.grace()).isEqualTo(AnswerLevel.OFFLINE_AND_WORDS);
            assertThat(ClaudeFixture.skus(answer)).containsExactlyInAnyOrderElementsOf(FITTING);
            assertThat(answer.picks())
                    .allSatisfy(pick -> assertThat(pick.reason()).contains(" — "));
            assertThat(answer.message()).startsWith(SIMPLE);
            assertThat(cellar.outcomes()).as("one call and no second timeout").containsExactly(outcome);
            assertThat(cellar.meters
                            .counter("sommelier.claude.calls", "purpose", "understand", "outcome", outcome)
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void nonsense_values_change_nothing() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            cellar.claude.failNext(Fault.NONSENSE, 1);

            Recommendation answer = cellar.ask(QUESTION);

            assertThat(ClaudeFixture.skus(answer)).containsExactlyInAnyOrderElementsOf(FITTING);
            assertThat(answer.understanding().price().max()).contains(new BigDecimal("25"));
        }
    }

    @Test
    void lies_are_replaced_by_composed_reasons_and_counted() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            cellar.claude.fail(Fault.LIE);

            Recommendation answer = cellar.ask(QUESTION);

            assertThat(answer.replaced()).isEqualTo(3);
            assertThat(answer.picks())
                    .allSatisfy(
                            pick -> assertThat(pick.reason()).contains(" — ").doesNotContain("Imaginaire"));
            assertThat(cellar.meters.counter("sommelier.reasons.replaced").count())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_stream_that_is_cut_after_some_reasons_keeps_those_that_are_whole() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            cellar.ask("un blanc pour des huîtres");
            cellar.claude.answerBy(request -> {
                if (request.toolName().isEmpty()) {
                    cellar.claude.fail(Fault.CUT);
                }
                return com.saqsommelier.simulator.claude.ClaudeSimulator.byRule(request);
            });
            cellar.claude.failNext(Fault.NONSENSE, 1);
            cellar.claude.failNext(Fault.CUT, 1);

            Recommendation answer = cellar.ask(QUESTION);

            assertThat(answer.grace().mode()).isEqualTo(Mode.CLAUDE);
            assertThat(answer.picks().getFirst().reason()).startsWith("Il me plaît");
            assertThat(answer.picks().getLast().reason()).contains(" — ");
            assertThat(answer.replaced()).isZero();
        }
    }

    @Test
    void after_some_failures_nobody_waits_for_claude_any_more() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            cellar.claude.fail(Fault.OVERLOADED);
            for (int i = 0; i < 6; i++) {
                assertThat(cellar.ask("un rouge à moins de " + (30 + i) + " $").picks())
                        .isNotEmpty();
            }

            assertThat(cellar.claude.requests())
                    .as("the breaker is open after four")
                    .hasSize(4);
        }
    }

    @Test
    void a_bad_key_is_not_tried_again_at_once() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            cellar.claude.failNext(Fault.BAD_KEY, 1);
            cellar.ask(QUESTION);

            assertThat(cellar.ask("un blanc").grace()).isEqualTo(AnswerLevel.OFFLINE_AND_WORDS);
            assertThat(cellar.claude.requests()).hasSize(1);
        }
    }

    @Test
    void stopping_claude_in_the_middle_of_a_conversation_is_no_error() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            assertThat(cellar.ask(QUESTION).grace().mode()).isEqualTo(Mode.CLAUDE);
            cellar.claude.close();

            Recommendation next = cellar.follow("et un blanc ?");

            assertThat(next.grace().mode()).isEqualTo(Mode.OFFLINE);
            assertThat(ClaudeFixture.skus(next)).containsExactly("15");
        }
    }

    @Test
    void without_a_database_claude_is_not_asked_for_it_could_not_be_counted() {
        try (ClaudeFixture cellar = ClaudeFixture.usual()) {
            cellar.database
                    .jdbc()
                    .sql("ALTER TABLE claude_days RENAME TO elsewhere")
                    .update();

            assertThat(cellar.ask(QUESTION).grace()).isEqualTo(AnswerLevel.OFFLINE_AND_WORDS);
            assertThat(cellar.claude.requests()).isEmpty();
        }
    }

    @Test
    void a_spent_budget_is_a_step_down() {
        try (ClaudeFixture cellar = ClaudeFixture.with(settings -> settings.costingAtMost(new BigDecimal("0.0001")))) {
            Recommendation answer = cellar.ask(QUESTION);

            assertThat(answer.grace()).isEqualTo(AnswerLevel.OFFLINE_AND_WORDS);
            assertThat(answer.message()).startsWith(SIMPLE);
            assertThat(cellar.claude.requests()).isEmpty();
        }
    }
}
