package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes a reason from facts that the record holds and that the question asked for. */
public final class ComposedReasons implements ReasonWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ComposedReasons.class);

    private final ClaimGuard guard = new ClaimGuard();

    private final WineVocabulary vocabulary = WineVocabulary.bundled();

    @Override
    public WrittenReasons write(Question question, Selection selection) {
        List<String> reasons = selection.bottles().stream()
                .map(bottle -> guarded(bottle, selection.understanding()))
                .toList();
        return new WrittenReasons(reasons, "", Mode.OFFLINE, Collections.frequency(reasons, ""));
    }

    /** The reason for one bottle; empty where it would claim what the record does not hold, which is a fault of the tables. */
    public String guarded(ProductProfile profile, Understanding wish) {
        String reason = compose(profile, wish);
        List<String> invented = guard.invented(reason, profile, wish);
        if (!invented.isEmpty()) {
            LOG.warn(
                    "A composed reason for {} claims {}, which its record does not hold",
                    profile.product().sku(),
                    invented);
            return "";
        }
        return reason;
    }

    private String compose(ProductProfile profile, Understanding wish) {
        Language language = wish.language();
        List<String> sentences = new ArrayList<>();
        sentences.add(identity(profile, wish));
        asked(profile, wish).ifPresent(sentences::add);
        wish.food().stream()
                .flatMap(dish -> goesWith(profile, dish, wish).stream())
                .findFirst()
                .ifPresent(sentences::add);
        if (wish.food().isEmpty()) {
            wish.occasions().stream()
                    .filter(occasion -> suits(profile, vocabulary.pairing(occasion)))
                    .findFirst()
                    .map(occasion -> Texts.text(language, "occasion", occasion.in(language)))
                    .ifPresent(sentences::add);
        }
        BigDecimal price = profile.product().facts().offer().price();
        if (price != null && !wish.price().isAny() && wish.price().contains(price)) {
            sentences.add(Texts.text(language, "price", dollars(price, language)));
        }
        return String.join(" ", sentences);
    }

    static String dollars(BigDecimal price, Language language) {
        String digits = price.setScale(2, RoundingMode.HALF_UP).toPlainString();
        return language == Language.FRENCH ? digits.replace('.', ',') + "\u00a0$" : "$" + digits;
    }

    private static String identity(ProductProfile profile, Understanding wish) {
        Language language = wish.language();
        String what = profile.of(Theme.KIND).stream()
                .findFirst()
                .or(() -> profile.of(Theme.COLOUR).stream().findFirst())
                .map(term -> Texts.text(language, "what." + term.french().replace(' ', '_')))
                .orElseGet(() -> Texts.text(language, "what.other"));
        // Who reads it sees where each bottle is from; it is a reason only to who asked for it.
        boolean placeWasAsked = !wish.countries().isEmpty() || !wish.regions().isEmpty();
        String from = placeWasAsked ? place(profile, language) : "";
        String grape = profile.mainGrape()
                .map(it -> it.french().toLowerCase(Locale.ROOT))
                .orElse("");
        String key = "identity" + (from.isEmpty() ? "" : ".from") + (grape.isEmpty() ? "" : ".grape");
        return from.isEmpty() && !grape.isEmpty()
                ? Texts.text(language, key, what, grape)
                : Texts.text(language, key, what, from, grape);
    }

    private static String place(ProductProfile profile, Language language) {
        return Stream.concat(
                        profile.of(Theme.REGION).stream()
                                .map(it -> it.in(language))
                                .sorted()
                                .limit(1),
                        profile.of(Theme.COUNTRY).stream().map(it -> it.in(language)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> asked(ProductProfile profile, Understanding wish) {
        String held = Stream.concat(wish.styles().stream(), wish.features().stream())
                .filter(profile::has)
                .map(term -> term.in(wish.language()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.text(wish.language(), "asked", Texts.sentence(held)));
    }

    private Optional<String> goesWith(ProductProfile profile, Term dish, Understanding wish) {
        Language language = wish.language();
        Pairing pairing = vocabulary.pairing(dish);
        if (!suits(profile, pairing)) {
            return Optional.empty();
        }
        String name = Texts.sentence(dish.in(language));
        Optional<Term> region = pairing.regions().stream().filter(profile::has).findFirst();
        if (region.isPresent()) {
            return Optional.of(
                    Texts.text(language, "dish.region", name, region.get().in(language)));
        }
        Optional<Term> grape = profile.mainGrape().filter(pairing.grapes()::contains);
        if (grape.isPresent()) {
            return Optional.of(Texts.text(
                    language, "dish.grape", name, grape.get().french().toLowerCase(Locale.ROOT)));
        }
        return pairing.styles().stream()
                .filter(profile::has)
                // What was asked for has been said.
                .filter(style -> !wish.styles().contains(style))
                .findFirst()
                .map(style -> Texts.text(language, "dish.style", name, style.in(language), dish.in(language)))
                .or(() -> Optional.of(Texts.text(language, "dish", name)));
    }

    private static boolean suits(ProductProfile profile, Pairing pairing) {
        List<Term> open = Stream.concat(pairing.colours().stream(), pairing.kinds().stream())
                .toList();
        return open.isEmpty() || open.stream().anyMatch(profile::has);
    }
}
