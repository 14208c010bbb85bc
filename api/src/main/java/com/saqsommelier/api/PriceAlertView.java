package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * Which lower prices of a watched product a person is told of. A drop is measured from the highest price since the rule was
 * set or last met.
 *
 * @param value dollars, or percent up to 100; at most two decimals
 */
@Schema(name = "PriceAlert")
public record PriceAlertView(
        @Schema(example = "below") @NotNull(message = "amount, percent or below")
        Rule rule,

        @Schema(example = "20.00")
        @NotNull(message = "a number from 0.01 to 99999.99")
        @DecimalMin(value = "0.01", message = "a number from {value}")
        @DecimalMax(value = "99999.99", message = "a number up to {value}")
        @Digits(integer = 5, fraction = 2, message = "at most two decimals")
        BigDecimal value) {

    /** How a price is judged. */
    public enum Rule {
        /** Lower by so many dollars or more. */
        @JsonProperty("amount")
        AMOUNT,
        /** Lower by so many percent or more. */
        @JsonProperty("percent")
        PERCENT,
        /** So many dollars or less. */
        @JsonProperty("below")
        BELOW
    }
}
