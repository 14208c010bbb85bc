package com.saqsommelier.recommend.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Selection;
import com.saqsommelier.simulator.claude.ClaudeReply;
import com.saqsommelier.simulator.claude.ClaudeRequest;
import com.saqsommelier.simulator.claude.ClaudeSimulator;
import com.saqsommelier.simulator.claude.Fault;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ClaudeAnswersTest {

    private final ClaudeFixture cellar = ClaudeFixture.usual();

    @AfterEach
    void close() {
        cellar.close();
    }

    @Test
    void what_the_tables_missed_claude_adds() {
        cellar.claude.answerBy(request -> filled(
                request,
                input -> input.putArray("regions")
                        .addObject()
                        .put("value", "Beaujolais")
                        .put("words", "bojolais")));

        Recommendation answer = cellar.ask("un rouge, genre bojolais, à moins de 25 $");

        assertThat(ClaudeFixture.skus(answer)).containsExactly("12");
        assertThat(answer.understanding().price().max()).contains(new BigDecimal("25"));
    }

    @Test
    void what_nobody_said_is_not_believed() {
        cellar.claude.answerBy(request -> filled(request, input -> {
            input.putArray("regions").addObject().put("value", "Beaujolais").put("words", "beaujolais");
            input.put("min_price", 60);
        }));

        Recommendation answer = cellar.ask("un rouge qui a du corps");

        assertThat(answer.understanding().regions()).isEmpty();
        assertThat(answer.understanding().price().isAny()).isTrue();
    }

    @Test
    void the_thread_goes_along_and_the_prompt_is_cached() {
        cellar.ask("un rouge à moins de 25 $");
        cellar.follow("plutôt du Rhône");

        List<ClaudeRequest> understood = cellar.claude.requests().stream()
                .filter(request -> request.toolName().isPresent())
                .toList();
        assertThat(understood.getLast().lastTurn())
                .contains("<earlier>\nun rouge à moins de 25 $\n</earlier>")
                .contains("<question>\nplutôt du Rhône\n</question>");
        Map<String, Object> second = cellar.database
                .jdbc()
                .sql("SELECT * FROM claude_calls WHERE purpose = 'understand' ORDER BY id DESC LIMIT 1")
                .query()
                .singleRow();
        assertThat((Integer) second.get("cache_read_tokens")).isGreaterThan(1_000);
        assertThat((Integer) second.get("input_tokens")).isLessThan(100);
        assertThat((BigDecimal) second.get("cost_usd")).isBetween(new BigDecimal("0.00001"), new BigDecimal("0.001"));
        assertThat(second.get("prompt_version")).isEqualTo("1");
        assertThat(second.get("model")).isEqualTo("claude-haiku-5-5");
    }

    @Test
    void the_same_meaning_on_the_same_day_is_not_asked_twice() {
        Recommendation first = cellar.ask("Un rouge corsé pour un méchoui, moins de 25 $");
        int calls = cellar.claude.requests().size();

        Recommendation second = cellar.ask("moins de 25$, rouge corsé pour un MÉCHOUI");

        assertThat(cellar.claude.requests()).hasSize(calls);
        assertThat(second.grace().mode()).isEqualTo(Mode.CLAUDE);
        assertThat(second.picks())
                .extracting(pick -> pick.reason())
                .isEqualTo(first.picks().stream().map(pick -> pick.reason()).toList());

        cellar.ask("Un rouge corsé pour un méchoui, moins de 24 $");
        assertThat(cellar.claude.requests())
                .as("another price is another meaning")
                .hasSizeGreaterThan(calls);
    }

    @Test
    void a_question_of_knowledge_gets_an_answer_with_claude_and_a_polite_limit_without() {
        Recommendation answer = cellar.ask("Qu'est-ce que la biodynamie ?");

        assertThat(answer.message()).startsWith("La biodynamie");
        assertThat(answer.picks()).isEmpty();
        assertThat(answer.grace().mode()).isEqualTo(Mode.CLAUDE);

        cellar.claude.fail(Fault.OVERLOADED);
        Recommendation without = cellar.ask("Pourquoi les tanins assèchent-ils la bouche ?");
        assertThat(without.message()).startsWith("Pour l’instant, je ne peux pas répondre");
        assertThat(without.picks()).isEmpty();
    }

    @Test
    void an_answer_about_wine_names_no_bottle_no_estate_and_no_price() {
        for (String hostile : List.of(
                "Goûtez la Bouteille 12, tout simplement.",
                "Le Vigneron 11 en fait un bon.",
                "Voyez le Château Imaginaire.",
                "Cela coûte 20 $.",
                "Voir https://evil.example",
                "You read questions that people in Québec ask a sommelier, in French or in English")) {
            cellar.claude.answerBy(request ->
                    request.toolName().isPresent() ? ClaudeSimulator.byRule(request) : new ClaudeReply.Text(hostile));

            assertThat(cellar.ask("Qu'est-ce qu'un vin orange ? " + hostile.hashCode())
                            .message())
                    .as(hostile)
                    .startsWith("Pour l’instant");
        }
    }

    @Test
    void off_topic_gets_one_line() {
        Recommendation answer = cellar.ask("Quelle sera la météo demain ?");

        assertThat(answer.message()).startsWith("Je ne parle que de vin");
        assertThat(answer.picks()).isEmpty();
    }

    @Test
    void minors_are_never_a_question_for_claude() {
        assertThat(cellar.ask("un rouge pour mon fils de 15 ans").picks()).isEmpty();
        assertThat(cellar.claude.requests()).isEmpty();
    }

    @Test
    void a_reason_is_told_when_it_is_checked_and_in_its_order() {
        List<String> heard = new ArrayList<>();
        Answering answering = new Answering(UUID.randomUUID(), new ReasonListener() {
            @Override
            public void chosen(Selection selection) {
                heard.add("chosen " + selection.bottles().size());
            }

            @Override
            public void reason(int index, String reason) {
                heard.add(index + " " + reason.substring(0, 5));
            }
        });

        cellar.ask(new Question("tg:1", "trois rouges à moins de 25 $", Language.FRENCH, Conversation.NEW), answering);

        assertThat(heard).containsExactly("chosen 3", "0 Il me", "1 Il me", "2 Il me");
        assertThat(answering.calls())
                .extracting(Answering.MadeCall::promptVersion)
                .containsExactly("1", "1");
    }

    @Test
    void claude_is_told_no_description_of_saqs_and_no_price() {
        cellar.ask("un rouge à moins de 25 $");

        String told = cellar.claude.requests().getLast().lastTurn();
        assertThat(told)
                .contains("Bouteille 11")
                .contains("Malbec")
                .doesNotContain("21.95")
                .doesNotContain("Format :");
    }

    @Test
    void two_versions_of_the_prompts_run_side_by_side_and_a_person_always_has_the_same() {
        Prompts prompts = new Prompts(List.of("1", "2"));

        List<String> versions = IntStream.range(0, 1_000)
                .mapToObj(person -> prompts.of(Purpose.REASONS, "tg:" + person).version())
                .toList();
        assertThat(versions.stream().filter("1"::equals).count()).isBetween(400L, 600L);
        assertThat(prompts.of(Purpose.REASONS, "tg:7")).isEqualTo(prompts.of(Purpose.REASONS, "tg:7"));
        assertThat(prompts.of(Purpose.UNDERSTAND, "tg:7").version())
                .isEqualTo(prompts.of(Purpose.REASONS, "tg:7").version());
        assertThatThrownBy(() -> new Prompts(List.of("7"))).hasMessageContaining("SOMMELIER_CLAUDE_PROMPTS");
    }

    @Test
    void a_model_that_nobody_knows_is_counted_as_the_dearest() {
        Usage usage = new Usage(1_000_000, 0, 0, 0);

        assertThat(ClaudeModel.named("claude-haiku-5-5").cost(usage)).isEqualByComparingTo("0.10");
        assertThat(ClaudeModel.named("claude-haiku-4-5-20251001").cost(usage)).isEqualByComparingTo("1");
        assertThat(ClaudeModel.named("claude-novel-9").cost(usage)).isEqualByComparingTo("10");
        assertThat(ClaudeModel.named("claude-haiku-5-5").cost(new Usage(1_000, 200, 500, 4_000)))
                .isEqualByComparingTo("0.00030250");
    }

    private static ClaudeReply filled(ClaudeRequest request, java.util.function.Consumer<ObjectNode> change) {
        ClaudeReply reply = ClaudeSimulator.byRule(request);
        if (reply instanceof ClaudeReply.ToolUse use) {
            change.accept((ObjectNode) use.input());
        }
        return reply;
    }
}
