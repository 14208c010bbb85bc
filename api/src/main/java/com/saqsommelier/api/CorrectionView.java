package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be changed.
 *
 * @param messageId as the channel numbers it in the chat with the person
 * @param told all that it told so far, oldest first, so that it can be written anew
 */
@Schema(name = "Correction")
public record CorrectionView(
        @JsonProperty("message_id") @Schema(example = "4711")
        long messageId,

        List<Told> told) {

    /** Copies the list. */
    public CorrectionView {
        told = List.copyOf(told);
    }

    /**
     * Something that a message told.
     *
     * @param sku the product's code
     * @param kind what happened, as {@code restock}
     * @param storeId in which store; null where it happened online or to the product itself
     * @param old the value before, as text; null where there is none
     * @param current the value after, as text; null where there is none
     * @param detectedAt time of the reading that showed it
     */
    @Schema(name = "Told")
    public record Told(
            String sku,
            String kind,
            @JsonProperty("store_id") @Nullable String storeId,
            @Nullable String old,
            @JsonProperty("new") @Nullable String current,
            @JsonProperty("detected_at") Instant detectedAt) {}
}
