package com.saqsommelier.bot;

import com.saqsommelier.api.ProductPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a search found: how much, then the best few. */
final class SearchReply {

    /** Fits a phone's screen; a longer list is not read. */
    static final int MOST_SHOWN = 5;

    private static final Html PARAGRAPH = new Html("\n\n");

    private SearchReply() {}

    /**
     * The answer to a search.
     *
     * @param page the first page; only its first {@link #MOST_SHOWN} products are shown
     * @param words as the person typed them
     */
    static Reply of(ProductPage page, String words, Messages messages) {
        if (page.products().isEmpty()) {
            return Reply.of(messages.say(Phrase.SEARCH_NOTHING, Map.of("words", words)));
        }
        List<Html> entries = new ArrayList<>();
        page.products().stream()
                .limit(MOST_SHOWN)
                .map(product -> ProductEntry.of(entries.size() + 1, product, messages))
                .forEachOrdered(entries::add);
        Html text = compose(page, words, entries, messages);
        while (text.length() > Html.LONGEST_MESSAGE) {
            entries.removeLast();
            text = compose(page, words, entries, messages);
        }
        return Reply.of(text);
    }

    private static Html compose(ProductPage page, String words, List<Html> entries, Messages messages) {
        boolean more = page.total() > entries.size();
        Html text = messages.say(
                Phrase.SEARCH_RESULTS,
                Map.of("total", page.total(), "shown", more ? entries.size() : 0, "words", words));
        for (Html entry : entries) {
            text = text.plus(PARAGRAPH).plus(entry);
        }
        return more ? text.plus(PARAGRAPH).plus(messages.say(Phrase.SEARCH_MORE)) : text;
    }
}
