package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param products at most {@code perPage} products, in order
 * @param total how many products match on all pages together
 * @param page the page's number, from 1
 * @param perPage how many products a full page holds
 * @param pages how many pages there are, 0 when nothing matches
 * @param interpretation how the words were read, where that differs from how they were typed; null where it does not
 */
@Schema(name = "ProductPage")
public record ProductPage(
        List<ProductView> products,
        long total,
        int page,
        @JsonProperty("per_page") int perPage,
        int pages,
        @Nullable SearchInterpretation interpretation) {

    /** A page of products that have what was asked for, whose number of pages follows from the total. */
    public static ProductPage of(List<ProductView> products, long total, int page, int perPage) {
        return of(products, total, page, perPage, null);
    }

    /** A page whose number of pages follows from the total. */
    public static ProductPage of(
            List<ProductView> products,
            long total,
            int page,
            int perPage,
            @Nullable SearchInterpretation interpretation) {
        return new ProductPage(
                List.copyOf(products),
                total,
                page,
                perPage,
                Math.toIntExact(Math.ceilDiv(total, perPage)),
                interpretation);
    }
}
