package com.saqsommelier.recommend.claude;

import com.saqsommelier.core.claude.ClaudeCalls;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.eval.EvalQuestion;
import com.saqsommelier.recommend.eval.Grade;
import com.saqsommelier.recommend.eval.Judge;
import com.saqsommelier.recommend.retrieve.Pick;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.vocabulary.Language;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claude as a judge of answers, by the rubric of {@code prompts/judge-<version>.md}. Its calls are counted with all others
 * and held within the same budget of the day. For one thread.
 */
public final class ClaudeJudge implements Judge, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClaudeJudge.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Not the version of the prompts that is set: those are compared by the same rubric. */
    private static final String RUBRIC = "1";

    private static final int MOST_TOKENS = 500;
    private static final int DIGITS = 8;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Claude claude;
    private final Prompt rubric;

    /** Prepares; asks nothing yet. */
    public ClaudeJudge(ClaudeSettings settings, ClaudeCalls calls, InstantSource clock) {
        claude = new Claude(settings, calls, meters, clock);
        rubric = new Prompts(List.of(RUBRIC)).of(Purpose.JUDGE, "");
    }

    @Override
    public String name() {
        return claude.model() + ", rubric " + rubric.version();
    }

    @Override
    public Optional<Grade> grade(EvalQuestion question, Recommendation answer) {
        try {
            Reply reply = claude.ask(
                    new ClaudeRequest(rubric, turn(question, answer), Optional.of(GradeTool.tool()), MOST_TOKENS),
                    text -> {});
            return reply.input().flatMap(GradeTool::read);
        } catch (ClaudeFailureException e) {
            LOG.debug("An answer has no grade", e);
            return Optional.empty();
        }
    }

    @Override
    public BigDecimal cost() {
        // The counter adds in floating point what was exact to eight digits.
        return BigDecimal.valueOf(meters.counter(Claude.COST).count()).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static String turn(EvalQuestion question, Recommendation answer) {
        ArrayNode bottles = JSON.createArrayNode();
        for (Pick pick : answer.picks()) {
            ProductProfile bottle = pick.profile();
            ObjectNode fields = BottleFields.of(bottles.size() + 1, bottle, answer.understanding());
            BigDecimal price = bottle.product().facts().offer().price();
            bottles.add(fields.put("price", price).put("reason", pick.reason()));
        }
        ObjectNode said = JSON.createObjectNode().put("message", answer.message());
        ArrayNode loosened = said.putArray("loosened");
        answer.loosened().stream()
                .sorted()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .forEach(loosened::add);
        return Tag.of("language", question.language() == Language.FRENCH ? "fr" : "en") + "\n"
                + Tag.of("thread", String.join("\n", question.thread())) + "\n"
                + Tag.of("question", question.question()) + "\n"
                + Tag.of("said", said.toString()) + "\n"
                + Tag.of("bottles", bottles.toString());
    }

    /** Closes the connections. */
    @Override
    public void close() {
        claude.close();
        meters.close();
    }
}
