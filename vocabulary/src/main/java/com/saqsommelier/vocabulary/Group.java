package com.saqsommelier.vocabulary;

import java.util.List;

/**
 * Several terms that have one name, as the New World: any of them will do.
 *
 * @param name how the group is called
 * @param terms at least one
 */
public record Group(Name name, List<Term> terms) {

    /** Takes a copy. */
    public Group {
        terms = List.copyOf(terms);
    }
}
