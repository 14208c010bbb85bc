package com.saqsommelier.backend.recommendation;

import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationListener;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.RecommendationsApi;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.core.recommendation.Traces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Recommendations")
class RecommendationsController implements RecommendationsApi {

    private final RecommendationService advice;
    private final Traces traces;

    RecommendationsController(RecommendationService advice, Traces traces) {
        this.advice = advice;
        this.traces = traces;
    }

    @Override
    @Operation(
            summary = "Bottles for a question",
            description = "In French or English. Only what is in the catalogue and can be bought now is recommended.")
    public RecommendationView recommend(RecommendationRequest request) {
        return advice.give(request, RecommendationListener.NOBODY);
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Problems(ProblemKind.NOT_FOUND)
    @Operation(summary = "How an answer was liked")
    public ResponseEntity<Void> rate(String id, RecommendationFeedback feedback) {
        boolean liked = feedback.rating() == RecommendationFeedback.Rating.UP;
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                || !traces.rate(UUID.fromString(id), liked)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No recommendation has the id '" + id + "'.");
        }
        return ResponseEntity.noContent().build();
    }
}
