package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.Sort;
import java.util.Map;
import java.util.Optional;

/** What is said of the catalogue as a whole: searches, what is new, a bottle at random. */
final class CatalogueAnswers {

    /** How deep the catalogue hands out pages. */
    static final int DEEPEST = 10_000;

    private final Contract backend;
    private final CardAnswers cards;

    CatalogueAnswers(Contract backend, CardAnswers cards) {
        this.backend = backend;
        this.cards = cards;
    }

    Reply search(String words, int page, Messages messages) {
        ProductPage found = backend.products().list(ProductQuery.words(words).at(page, ProductList.MOST_SHOWN));
        if (found.total() == 0) {
            return Reply.of(messages.say(Phrase.SEARCH_NOTHING, Map.of("words", words)));
        }
        return ProductList.page(SearchHeading.of(found.total(), words, messages), found, Tap.SearchPage::new, messages);
    }

    /** What the catalogue saw first of late and can be ordered. */
    Reply news(int page, Messages messages) {
        ProductPage found = backend.products()
                .list(new ProductQuery(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        Sort.NEW,
                        page,
                        ProductList.MOST_SHOWN));
        if (found.total() == 0) {
            return Reply.of(messages.say(Phrase.NEW_NOTHING));
        }
        return ProductList.page(messages.say(Phrase.NEW_HEADING), found, Tap.NewPage::new, messages);
    }

    /** A bottle that can be ordered, whichever. */
    Reply random(Drinker drinker) {
        return cards.of(
                backend.products()
                        .random(new ProductQuery(
                                null, null, null, null, null, null, null, null, null, true, null, null, null, null)),
                drinker,
                Optional.of(new Tap.Another()));
    }
}
