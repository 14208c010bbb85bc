package com.saqsommelier.backend.recommendation;

import com.saqsommelier.api.RecommendationListener;
import com.saqsommelier.api.RecommendationReason;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.recommendation.TracedTurn;
import com.saqsommelier.core.recommendation.Traces;
import com.saqsommelier.core.stock.Shelves;
import com.saqsommelier.recommend.claude.Answering;
import com.saqsommelier.recommend.claude.ReasonListener;
import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.StoredUnderstanding;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Selection;
import com.saqsommelier.vocabulary.Language;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Answers recommendation requests, stores the trace of each, and gives a fixed fallback answer where nothing else works. */
@Component
class RecommendationService {

    private static final Logger LOG = LoggerFactory.getLogger(RecommendationService.class);

    private final AskedSommelier sommelier;
    private final Traces traces;
    private final People people;
    private final Shelves shelves;
    private final MeterRegistry meters;
    private final InstantSource clock;

    RecommendationService(
            AskedSommelier sommelier,
            Traces traces,
            People people,
            Shelves shelves,
            MeterRegistry meters,
            InstantSource clock) {
        this.sommelier = sommelier;
        this.traces = traces;
        this.people = people;
        this.shelves = shelves;
        this.meters = meters;
        this.clock = clock;
    }

    /** Answers; where the sommelier cannot, says so in words. */
    RecommendationView give(RecommendationRequest request, RecommendationListener listener) {
        long begin = System.nanoTime();
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        UUID conversation = Optional.ofNullable(request.conversationId())
                .map(UUID::fromString)
                .orElseGet(UUID::randomUUID);
        Request question = question(request, conversation, now);
        Answering answering = new Answering(id, told(listener, id, conversation));
        Recommendation answer;
        try {
            answer = answering.during(() -> sommelier.recommend(question));
        } catch (RuntimeException e) {
            LOG.error("The sommelier cannot answer", e);
            count("not_now");
            return RecommendationViews.notNow(
                    id, conversation, question.question().preferred());
        }
        count(answer.grace().name().toLowerCase(Locale.ROOT));
        RecommendationView view = RecommendationViews.of(id, conversation, answer);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        try {
            traces.add(RecommendationTraces.of(view, request, answer, answering, took, now));
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer; an answer is given that no feedback can name", e);
        }
        return view;
    }

    private static ReasonListener told(RecommendationListener listener, UUID id, UUID conversation) {
        return new ReasonListener() {
            @Override
            public void chosen(Selection selection) {
                listener.begun(RecommendationViews.begun(id, conversation, selection));
            }

            @Override
            public void reason(int index, String reason) {
                listener.reason(new RecommendationReason(index, reason));
            }
        };
    }

    /** What the database adds to a question; without it the question is answered as that of a stranger. */
    private Request question(RecommendationRequest request, UUID conversation, Instant now) {
        Language preferred = "en".equals(request.language()) ? Language.ENGLISH : Language.FRENCH;
        try {
            List<String> stores = people.find(request.userId()).stores();
            return new Request(
                    new Question(
                            request.userId(),
                            request.query(),
                            preferred,
                            new Conversation(traces.turns(conversation, request.userId(), now).stream()
                                    .flatMap(RecommendationService::turn)
                                    .toList())),
                    stores.isEmpty() ? Set.of() : shelves.skusIn(stores));
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer; a question is answered without the person's stores", e);
            return Request.of(request.query(), preferred);
        }
    }

    /** A turn whose understanding an older version wrote otherwise cannot be followed up. */
    private static Stream<Turn> turn(TracedTurn turn) {
        return StoredUnderstanding.read(turn.understanding()).stream()
                .map(understanding -> new Turn(turn.question(), understanding, turn.suggested()));
    }

    private void count(String grace) {
        Counter.builder("sommelier.answers")
                .description("Answers of the sommelier, by what it had to do without")
                .tag("grace", grace)
                .register(meters)
                .increment();
    }
}
