package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far what was found is from the words that were asked for.
 *
 * @param ignored words that no product has, as they were typed; the products were found without them
 * @param didYouMean the words as the catalogue spells them, where the products were found so; null where none was misspelt
 * @param partial whether no product has all the words, so that those found have some of them
 */
@Schema(name = "SearchInterpretation")
public record SearchInterpretation(
        @Schema(example = "[\"xyzzy\"]") List<String> ignored,

        @JsonProperty("did_you_mean") @Schema(example = "chateau margaux") @Nullable
        String didYouMean,

        @Schema(example = "false") boolean partial) {}
