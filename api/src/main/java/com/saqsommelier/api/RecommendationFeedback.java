package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * How an answer was liked.
 *
 * @param rating the last word counts
 */
@Schema(name = "RecommendationFeedback")
public record RecommendationFeedback(
        @NotNull(message = "one of up, down") Rating rating) {

    /** Thumbs. */
    @Schema(name = "RecommendationRating")
    public enum Rating {
        /** Liked. */
        @JsonProperty("up")
        UP,
        /** Not liked. */
        @JsonProperty("down")
        DOWN
    }
}
