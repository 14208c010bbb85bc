package com.saqsommelier.backend;

import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.RecommendationsApi;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.recommendation.Trace;
import com.saqsommelier.core.recommendation.TracedPick;
import com.saqsommelier.core.recommendation.TracedTurn;
import com.saqsommelier.core.recommendation.Traces;
import com.saqsommelier.core.stock.Shelves;
import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.StoredUnderstanding;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.vocabulary.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Recommendations")
class RecommendationsController implements RecommendationsApi {

    private static final Logger LOG = LoggerFactory.getLogger(RecommendationsController.class);

    private final Sommelier sommelier;
    private final Traces traces;
    private final People people;
    private final Shelves shelves;
    private final InstantSource clock;

    RecommendationsController(Sommelier sommelier, Traces traces, People people, Shelves shelves, InstantSource clock) {
        this.sommelier = sommelier;
        this.traces = traces;
        this.people = people;
        this.shelves = shelves;
        this.clock = clock;
    }

    @Override
    @Operation(
            summary = "Bottles for a question",
            description = "In French or English. Only what is in the catalogue and can be bought now is recommended.")
    public RecommendationView recommend(RecommendationRequest request) {
        long begin = System.nanoTime();
        Instant now = clock.instant();
        UUID conversation = Optional.ofNullable(request.conversationId())
                .map(UUID::fromString)
                .orElseGet(UUID::randomUUID);
        Recommendation answer = sommelier.recommend(question(request, conversation, now));
        RecommendationView view = RecommendationViews.of(
                UUID.randomUUID(), conversation, answer.grace().mode().name().toLowerCase(Locale.ROOT), answer);
        keep(view, request, Duration.ofNanos(System.nanoTime() - begin), now, answer);
        return view;
    }

    @Override
    @Operation(summary = "How an answer was liked")
    public ResponseEntity<Void> rate(String id, RecommendationFeedback feedback) {
        boolean liked = feedback.rating() == RecommendationFeedback.Rating.UP;
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                || !traces.rate(UUID.fromString(id), liked)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No recommendation has the id '" + id + "'.");
        }
        return ResponseEntity.noContent().build();
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
                                    .flatMap(RecommendationsController::turn)
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

    private void keep(
            RecommendationView view, RecommendationRequest request, Duration took, Instant now, Recommendation answer) {
        try {
            traces.add(new Trace(
                    UUID.fromString(view.id()),
                    UUID.fromString(view.conversationId()),
                    request.userId(),
                    request.query(),
                    view.mode(),
                    StoredUnderstanding.write(answer.understanding()),
                    answer.picks().stream()
                            .map(pick -> new TracedPick(sku(pick.profile().product()), pick.score(), pick.reason()))
                            .toList(),
                    view.loosened(),
                    view.message(),
                    took,
                    now));
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer; an answer is given that no feedback can name", e);
        }
    }

    private static String sku(Product product) {
        return product.sku();
    }
}
