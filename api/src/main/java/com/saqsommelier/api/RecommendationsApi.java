package com.saqsommelier.api;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The sommelier. Needs the key. A call that fails throws {@link ApiException} on the client's side. */
@AccessControl(AccessControl.Level.PERSONAL)
@HttpExchange("/api/v1/recommendations")
public interface RecommendationsApi {

    /** Answers a question with bottles that can be bought now, or says why there are none. */
    @PostExchange
    RecommendationView recommend(@RequestBody @Valid RecommendationRequest request);

    /**
     * The same, told while it is written where the implementation can do so.
     *
     * @return the whole answer, whatever the listener was told
     * @throws ApiException without a problem when the answer broke off; it may be asked for again as a whole
     */
    default RecommendationView follow(RecommendationRequest request, RecommendationListener listener) {
        return recommend(request);
    }

    /** Keeps how an answer was liked, with 204; an unknown one is answered with 404. */
    @PostExchange("/{id}/feedback")
    ResponseEntity<Void> rate(@PathVariable("id") String id, @RequestBody @Valid RecommendationFeedback feedback);
}
