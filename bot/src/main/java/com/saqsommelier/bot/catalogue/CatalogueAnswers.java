package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.Sort;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.telegram.Reply;
import java.util.Map;
import java.util.Optional;

/** What is said of the catalogue as a whole: searches, what is new, a bottle at random. */
public final class CatalogueAnswers {

    /** How deep the catalogue hands out pages. */
    static final int DEEPEST = 10_000;

    private final Contract backend;
    private final CardAnswers cards;

    /** Answers with what this backend knows. */
    public CatalogueAnswers(Contract backend, CardAnswers cards) {
        this.backend = backend;
        this.cards = cards;
    }

    /** A page of what is found; says so where there is nothing. */
    public Reply search(String words, int page, Messages messages) {
        ProductPage found = backend.products().list(ProductQuery.words(words).at(page, ProductList.MOST_SHOWN));
        if (found.total() == 0) {
            return Reply.of(messages.say(Phrase.SEARCH_NOTHING, Map.of("words", words)));
        }
        return ProductList.page(SearchHeading.of(found.total(), words, messages), found, Tap.SearchPage::new, messages);
    }

    /** What the catalogue saw first of late and can be ordered. */
    public Reply news(int page, Messages messages) {
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
    public Reply random(Drinker drinker) {
        return cards.of(
                backend.products()
                        .random(new ProductQuery(
                                null, null, null, null, null, null, null, null, null, true, null, null, null, null)),
                drinker,
                Optional.of(new Tap.Another()));
    }
}
