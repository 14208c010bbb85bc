package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A question to the sommelier.
 *
 * @param userId the person, whose stores "in my stores" means
 * @param query the question, up to 2,000 characters; one that is empty or means nothing is answered with what to ask
 * @param language {@code fr} or {@code en} for questions that do not tell theirs; null for French
 * @param conversationId of the answer that this question follows; null for a new conversation
 */
@Schema(name = "RecommendationRequest")
public record RecommendationRequest(
        @JsonProperty("user_id") @Schema(example = "tg:123") @UserId
        String userId,

        @Schema(example = "un rouge corsé pour un méchoui, moins de 25 $")
        @NotNull(message = "up to 2000 characters")
        @Size(max = 2000, message = "up to 2000 characters")
        String query,

        @Schema(example = "fr") @Pattern(regexp = "fr|en", message = "fr or en") @Nullable
        String language,

        @JsonProperty("conversation_id")
        @Pattern(
                regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                message = "the conversation_id of an earlier answer")
        @Nullable
        String conversationId) {}
