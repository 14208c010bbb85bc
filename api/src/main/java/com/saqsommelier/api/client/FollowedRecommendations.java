package com.saqsommelier.api.client;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationListener;
import com.saqsommelier.api.RecommendationReason;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.api.RecommendationsApi;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The sommelier over HTTP, whose answers can be followed while they are written: the same address as an event stream. */
final class FollowedRecommendations implements RecommendationsApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RecommendationsApi calls;
    private final RestClient http;

    /**
     * Of one backend.
     *
     * @param calls does what needs no stream
     */
    FollowedRecommendations(RecommendationsApi calls, RestClient http) {
        this.calls = calls;
        this.http = http;
    }

    @Override
    public RecommendationView recommend(RecommendationRequest request) {
        return calls.recommend(request);
    }

    @Override
    public ResponseEntity<Void> rate(String id, RecommendationFeedback feedback) {
        return calls.rate(id, feedback);
    }

    @Override
    public RecommendationView follow(RecommendationRequest request, RecommendationListener listener) {
        return http.post()
                .uri("/api/v1/recommendations")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_PROBLEM_JSON)
                .body(request)
                .exchangeForRequiredValue((sent, response) -> answer(response, listener));
    }

    private static RecommendationView answer(ClientHttpResponse response, RecommendationListener listener) {
        try (EventReader events = new EventReader(response.getBody())) {
            if (response.getStatusCode().isError()) {
                throw new ApiException(ApiClient.problem(response));
            }
            for (Optional<EventReader.Event> next = events.next(); next.isPresent(); next = events.next()) {
                String data = next.get().data();
                switch (next.get().name()) {
                    case "begun" -> listener.begun(JSON.readValue(data, RecommendationView.class));
                    case "reason" -> listener.reason(JSON.readValue(data, RecommendationReason.class));
                    case "done" -> {
                        return JSON.readValue(data, RecommendationView.class);
                    }
                    default -> {
                        // A newer backend may tell more.
                    }
                }
            }
        } catch (IOException | JacksonException e) {
            throw broken(e);
        }
        throw broken(new EOFException("its stream ended before the answer was whole"));
    }

    private static ApiException broken(Exception cause) {
        return new ApiException(
                "The backend's answer broke off (" + cause + "). Was it stopped, or does a proxy between cut streams?",
                cause);
    }
}
