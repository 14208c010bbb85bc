package com.saqsommelier.backend.recommendation;

import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.backend.product.ProductViews;
import com.saqsommelier.recommend.claude.WithoutClaude;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Selection;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Shows an answer of the sommelier as the contract does. */
final class RecommendationViews {

    private RecommendationViews() {}

    static RecommendationView of(UUID id, UUID conversation, Recommendation answer) {
        return new RecommendationView(
                id.toString(),
                conversation.toString(),
                answer.grace().mode().name().toLowerCase(Locale.ROOT),
                answer.picks().stream()
                        .map(pick -> new RecommendationView.Pick(
                                ProductViews.of(pick.profile().product()), pick.reason()))
                        .toList(),
                of(answer.understanding()),
                answer.loosened().stream()
                        .sorted()
                        .map(constraint -> constraint.name().toLowerCase(Locale.ROOT))
                        .toList(),
                answer.message());
    }

    /** An answer whose reasons are being written. */
    static RecommendationView begun(UUID id, UUID conversation, Selection selection) {
        return new RecommendationView(
                id.toString(),
                conversation.toString(),
                Mode.CLAUDE.name().toLowerCase(Locale.ROOT),
                selection.bottles().stream()
                        .map(bottle -> new RecommendationView.Pick(ProductViews.of(bottle.product()), ""))
                        .toList(),
                of(selection.understanding()),
                List.of(),
                "");
    }

    /** What is said where nothing can be. */
    static RecommendationView notNow(UUID id, UUID conversation, Language language) {
        return new RecommendationView(
                id.toString(),
                conversation.toString(),
                Mode.OFFLINE.name().toLowerCase(Locale.ROOT),
                List.of(),
                of(Understanding.nothing(language)),
                List.of(),
                WithoutClaude.notNow(language));
    }

    private static RecommendationView.Understanding of(Understanding wish) {
        Language language = wish.language();
        return new RecommendationView.Understanding(
                language == Language.ENGLISH ? "en" : "fr",
                names(wish.kinds(), language),
                names(wish.colours(), language),
                names(wish.countries(), language),
                names(wish.regions(), language),
                names(wish.grapes(), language),
                names(wish.excluded(), language),
                names(wish.styles(), language),
                names(wish.features(), language),
                names(wish.food(), language),
                names(wish.occasions(), language),
                wish.price().min().orElse(null),
                wish.price().max().orElse(null),
                wish.count(),
                wish.inMyStores(),
                wish.freeText());
    }

    private static List<String> names(List<Term> terms, Language language) {
        return terms.stream().map(term -> term.in(language)).toList();
    }
}
