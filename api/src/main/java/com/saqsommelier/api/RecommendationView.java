package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the sommelier.
 *
 * @param id names it for feedback
 * @param conversationId for the next question of the same conversation
 * @param mode {@code claude}, or {@code offline} for an answer by rules alone
 * @param products best first, each in the catalogue and to be bought now; empty when there is none, and then
 *     {@code message} says why
 * @param understanding what the question was taken for
 * @param loosened what had to be given up for there to be any: feature, grape, place, price, store
 * @param message what is to be said besides; empty when nothing is
 */
@Schema(name = "Recommendation")
public record RecommendationView(
        String id,
        @JsonProperty("conversation_id") String conversationId,
        @Schema(example = "offline") String mode,
        List<Pick> products,
        Understanding understanding,
        List<String> loosened,
        String message) {

    /** The same with a reason that was written since; one for a bottle that is not there changes nothing. */
    public RecommendationView with(RecommendationReason written) {
        if (written.index() < 0 || written.index() >= products.size()) {
            return this;
        }
        List<Pick> picks = new ArrayList<>(products);
        picks.set(written.index(), new Pick(picks.get(written.index()).product(), written.reason()));
        return new RecommendationView(id, conversationId, mode, List.copyOf(picks), understanding, loosened, message);
    }

    /**
     * A bottle.
     *
     * @param reason why, in the language of the question; empty when there is none to give
     */
    @Schema(name = "RecommendedProduct")
    public record Pick(ProductView product, String reason) {}

    /**
     * What a question was taken for, in the words of its language. Values of one list are alternatives.
     *
     * @param language {@code fr} or {@code en}
     * @param kinds as sparkling, port, gin
     * @param excluded what must not be
     * @param styles as full-bodied, dry, fruity; all of them are wanted
     * @param features as organic; all of them are wanted
     * @param minPrice in dollars for a bottle; null for none
     * @param maxPrice in dollars for a bottle; null for none
     * @param count how many bottles
     * @param inMyStores whether only what the person's stores have will do
     * @param freeText words that mean none of these; empty when there are none
     */
    @Schema(name = "Understanding")
    public record Understanding(
            String language,
            List<String> kinds,
            List<String> colors,
            List<String> countries,
            List<String> regions,
            List<String> grapes,
            List<String> excluded,
            List<String> styles,
            List<String> features,
            List<String> food,
            List<String> occasions,
            @JsonProperty("min_price") @Nullable BigDecimal minPrice,
            @JsonProperty("max_price") @Nullable BigDecimal maxPrice,
            int count,
            @JsonProperty("in_my_stores") boolean inMyStores,
            @JsonProperty("free_text") String freeText) {}
}
