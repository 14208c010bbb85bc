package com.saqsommelier.vocabulary;

import java.util.List;

/**
 * A part of the catalogue that people browse: a kind, or a colour or family within one.
 *
 * @param code 1 letter for a kind, 2 for what is within; stable, as buttons carry it
 * @param icon an emoji to stand before the name
 * @param name what it is called; its spellings are not those of categories
 * @param within the code of the kind; empty for a kind
 * @param categories names in the category path that belong here, in every known spelling
 */
public record Shelf(String code, String icon, Name name, String within, List<String> categories) {

    /** Takes a copy. */
    public Shelf {
        categories = List.copyOf(categories);
    }

    /** Whether this is a kind and not within one. */
    public boolean isKind() {
        return within.isEmpty();
    }
}
