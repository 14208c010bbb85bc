package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What happened in a week.
 *
 * @param week ISO 8601, by the clock of Montréal
 * @param since the first moment that it covers
 * @param until the first moment after it
 * @param fresh what appeared in the catalogue
 * @param back what came back, to the catalogue or online
 * @param leaving what left the catalogue
 * @param picks three bottles that can be bought online now, where there are as many
 */
@Schema(name = "Digest")
public record DigestView(
        @Schema(example = "2026-W48") String week,
        Instant since,
        Instant until,
        @JsonProperty("new") Section fresh,
        Section back,
        Section leaving,
        List<Pick> picks) {

    /** Copies the list. */
    public DigestView {
        picks = List.copyOf(picks);
    }

    /** Whether nothing happened. */
    @Schema(hidden = true)
    public boolean nothingHappened() {
        return fresh.total() + back.total() + leaving.total() == 0;
    }

    /**
     * Products of one kind.
     *
     * @param total how many there are
     * @param products the best known of them
     */
    @Schema(name = "DigestSection")
    public record Section(@Schema(example = "1") int total, List<ProductView> products) {

        /** Copies the list. */
        public Section {
            products = List.copyOf(products);
        }
    }

    /**
     * A recommended bottle.
     *
     * @param why {@code new} or {@code back} this week, or {@code rated}: the best rated of what can be bought
     */
    @Schema(name = "DigestPick")
    public record Pick(
            ProductView product, @Schema(example = "new") String why) {}
}
