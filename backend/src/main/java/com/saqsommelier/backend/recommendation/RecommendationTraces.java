package com.saqsommelier.backend.recommendation;

import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.core.recommendation.Trace;
import com.saqsommelier.core.recommendation.TraceDetails;
import com.saqsommelier.core.recommendation.TracedPick;
import com.saqsommelier.recommend.claude.Answering;
import com.saqsommelier.recommend.conversation.StoredUnderstanding;
import com.saqsommelier.recommend.retrieve.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Writes down how an answer came about. */
final class RecommendationTraces {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RecommendationTraces() {}

    static Trace of(
            RecommendationView view,
            RecommendationRequest request,
            Recommendation answer,
            Answering answering,
            Duration took,
            Instant now) {
        return new Trace(
                UUID.fromString(view.id()),
                UUID.fromString(view.conversationId()),
                request.userId(),
                request.query(),
                view.mode(),
                StoredUnderstanding.write(answer.understanding()),
                answer.picks().stream()
                        .map(pick -> new TracedPick(pick.profile().product().sku(), pick.score(), pick.reason()))
                        .toList(),
                view.loosened(),
                view.message(),
                took,
                now,
                making(answer, answering));
    }

    private static TraceDetails making(Recommendation answer, Answering answering) {
        Map<String, Long> stages = new TreeMap<>();
        answer.stages().forEach((stage, took) -> stages.put(stage.name().toLowerCase(Locale.ROOT), took.toMillis()));
        List<Answering.MadeCall> calls = answering.calls();
        Optional<Answering.MadeCall> last = calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast());
        return new TraceDetails(
                answer.grace().name().toLowerCase(Locale.ROOT),
                last.map(Answering.MadeCall::model),
                last.map(Answering.MadeCall::promptVersion),
                JSON.writeValueAsString(answer.candidates()),
                JSON.writeValueAsString(stages),
                answer.replaced());
    }
}
