package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to be told of which product.
 *
 * @param userId the person
 * @param sku SAQ's code, 2 to 8 digits
 * @param priceAlert which lower prices are told too; null for none
 */
public record WatchRequest(
        @JsonProperty("user_id") @Schema(example = "tg:123") @UserId
        String userId,

        @Schema(example = "14064101")
        @NotNull(message = "SAQ's code of 2 to 8 digits")
        @Pattern(regexp = "\\d{2,8}", message = "SAQ's code of 2 to 8 digits")
        String sku,

        @JsonProperty("price_alert") @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        PriceAlertView priceAlert) {

    /** Without a price alert. */
    public WatchRequest(String userId, String sku) {
        this(userId, sku, null);
    }
}
