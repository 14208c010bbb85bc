package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What was erased of a person.
 *
 * @param erased how many rows, by the name of what they were: {@code watches}; what there was none of is left out
 */
public record ErasedView(@JsonProperty("user_id") String userId, Map<String, Integer> erased) {

    /** Takes a copy. */
    public ErasedView {
        erased = Map.copyOf(erased);
    }
}
