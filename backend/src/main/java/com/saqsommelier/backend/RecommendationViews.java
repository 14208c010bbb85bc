package com.saqsommelier.backend;

import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Shows an answer of the sommelier as the contract does. */
final class RecommendationViews {

    private RecommendationViews() {}

    static RecommendationView of(UUID id, UUID conversation, String mode, Recommendation answer) {
        return new RecommendationView(
                id.toString(),
                conversation.toString(),
                mode,
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
