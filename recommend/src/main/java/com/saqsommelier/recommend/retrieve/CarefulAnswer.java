package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.safety.Concern;
import com.saqsommelier.recommend.safety.Concerns;
import com.saqsommelier.recommend.safety.SafetyLines;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers what needs care before anything is looked up or asked of a model: a line with where to find help, and bottles
 * without alcohol where that makes sense. What was said earlier in a thread holds for the rest of it.
 */
final class CarefulAnswer {

    /** Percent by volume up to which a drink counts as alcohol-free, as in the designations of saq.com. */
    private static final BigDecimal ALCOHOL_FREE = new BigDecimal("0.5");

    private static final Concerns CONCERNS = new Concerns();

    private final ProductShelf shelf;
    private final QuestionParser parser = new QuestionParser();

    CarefulAnswer(ProductShelf shelf) {
        this.shelf = shelf;
    }

    /** The answer; empty for questions without a concern, which are most. */
    Optional<Recommendation> to(Request request, StageTimes times) {
        Question question = request.question();
        Optional<Concern> now = CONCERNS.in(question.text());
        Optional<Concern> concern = now.or(() -> earlier(question));
        if (concern.isEmpty()) {
            return Optional.empty();
        }
        Understanding wish = parser.parse(question.text(), question.preferred());
        if (now.isEmpty() && wish.remarks().stream().anyMatch(Remark::refuses)) {
            return Optional.empty();
        }
        return Optional.of(answer(concern.get(), wish, Availability.of(request), times));
    }

    private static Optional<Concern> earlier(Question question) {
        return question.conversation().turns().stream()
                .map(Turn::question)
                .flatMap(said -> CONCERNS.in(said).stream())
                .min(Comparator.naturalOrder());
    }

    private Recommendation answer(Concern concern, Understanding wish, Availability availability, StageTimes times) {
        List<ProductProfile> bottles = concern.alcoholFree() ? alcoholFree(wish, availability) : List.of();
        String line = SafetyLines.line(concern, wish.language());
        return new Recommendation(
                wish,
                bottles.stream()
                        .map(bottle -> new Pick(bottle, reason(bottle.product(), wish.language()), 0))
                        .toList(),
                Set.of(),
                bottles.isEmpty() ? line : line + " " + SafetyLines.bottles(wish.language()),
                AnswerLevel.of(Mode.OFFLINE, false),
                0,
                List.of(),
                times.soFar());
    }

    /** Of the wished colour where there are any, and the best rated first. */
    private List<ProductProfile> alcoholFree(Understanding wish, Availability availability) {
        List<ProductProfile> all = shelf.profiles().stream()
                .filter(bottle -> alcohol(bottle.product())
                        .filter(percent -> percent.compareTo(ALCOHOL_FREE) <= 0)
                        .isPresent())
                .filter(bottle -> bottle.product().facts().offer().price() != null)
                .filter(bottle -> availability.has(bottle, false))
                .filter(bottle -> wish.excluded().stream().noneMatch(bottle::has))
                .sorted(Comparator.comparing((ProductProfile bottle) -> !bottle.wine())
                        .thenComparing(CarefulAnswer::rating, Comparator.reverseOrder())
                        .thenComparing(bottle -> bottle.product().sku()))
                .toList();
        List<ProductProfile> wished = all.stream()
                .filter(bottle -> Stream.concat(wish.colours().stream(), wish.kinds().stream())
                        .allMatch(bottle::has))
                .toList();
        return (wished.isEmpty() ? all : wished).stream().limit(wish.count()).toList();
    }

    private static Optional<BigDecimal> alcohol(Product product) {
        return Optional.ofNullable(product.facts().composition().alcohol())
                .flatMap(measure -> Optional.ofNullable(measure.value()));
    }

    private static BigDecimal rating(ProductProfile bottle) {
        BigDecimal rating = bottle.product().facts().rating().value();
        return rating == null ? BigDecimal.ZERO : rating;
    }

    private static String reason(Product product, Language language) {
        Measure sugar = product.facts().composition().sugar();
        return SafetyLines.reason(
                alcohol(product).orElse(BigDecimal.ZERO),
                sugar == null ? Optional.empty() : Optional.ofNullable(sugar.value()),
                language);
    }
}
