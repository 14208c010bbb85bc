package com.saqsommelier.core.digest;

import java.util.List;

/**
 * What happened in a week, each product under the one heading that tells most of it. The best known first.
 *
 * @param fresh codes of what appeared in the catalogue and is still there
 * @param back codes of what came back, to the catalogue or online, and is there now
 * @param leaving codes of what left the catalogue and has not come back
 */
public record DigestNews(List<String> fresh, List<String> back, List<String> leaving) {

    /** Copies the lists. */
    public DigestNews {
        fresh = List.copyOf(fresh);
        back = List.copyOf(back);
        leaving = List.copyOf(leaving);
    }
}
