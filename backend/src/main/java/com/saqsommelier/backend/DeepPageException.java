package com.saqsommelier.backend;

/** A page so far down that nobody means it, and that costs as much as all pages before it. */
final class DeepPageException extends RuntimeException {

    /** How many products from the top can be reached. */
    static final int DEEPEST = 10_000;

    private static final long serialVersionUID = 1L;

    private final int page;

    DeepPageException(int page, int perPage) {
        super("page × per_page is at most " + DEEPEST + ", so page is at most " + DEEPEST / perPage
                + " here; narrow the list with category, country, min_price or max_price");
        this.page = page;
    }

    int page() {
        return page;
    }
}
