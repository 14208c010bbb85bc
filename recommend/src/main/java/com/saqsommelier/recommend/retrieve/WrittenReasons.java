package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Mode;
import java.util.List;

/**
 * The reasons for the bottles of a selection.
 *
 * @param reasons one for each bottle, in their order; empty where there is none to give
 * @param message what is to be said besides, before what was loosened; empty when nothing is
 * @param by who wrote them
 * @param replaced how many reasons claimed what the record does not hold and were replaced
 */
public record WrittenReasons(List<String> reasons, String message, Mode by, int replaced) {

    /** Takes a copy. */
    public WrittenReasons {
        reasons = List.copyOf(reasons);
    }
}
