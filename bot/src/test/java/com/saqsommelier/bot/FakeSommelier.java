package com.saqsommelier.bot;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.RecommendationsApi;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** Recommends all there is, with the question as the reason; and nothing where the question is about beer. */
record FakeSommelier(List<ProductView> bottles) implements RecommendationsApi {

    @Override
    public RecommendationView recommend(RecommendationRequest request) {
        boolean beer = request.query().contains("bière");
        return new RecommendationView(
                UUID.randomUUID().toString(),
                Objects.requireNonNullElseGet(
                        request.conversationId(), () -> UUID.randomUUID().toString()),
                "offline",
                beer
                        ? List.of()
                        : bottles.stream()
                                .map(bottle -> new RecommendationView.Pick(
                                        bottle, "Pour: " + request.query() + " / " + request.conversationId()))
                                .toList(),
                new RecommendationView.Understanding(
                        "fr", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of(), null, null, 3, false, ""),
                List.of(),
                beer ? "Je ne connais pas la bière." : "");
    }

    @Override
    public ResponseEntity<Void> rate(String id, RecommendationFeedback feedback) {
        return ResponseEntity.noContent().build();
    }
}
