package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Who wants to be told of which product.
 *
 * @param userId the person
 * @param sku SAQ's code, 2 to 8 digits
 */
public record WatchRequest(
        @JsonProperty("user_id") @Schema(example = "tg:123") @UserId
        String userId,

        @Schema(example = "14064101")
        @NotNull(message = "SAQ's code of 2 to 8 digits")
        @Pattern(regexp = "\\d{2,8}", message = "SAQ's code of 2 to 8 digits")
        String sku) {}
