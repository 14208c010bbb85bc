package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        List<String> reasons = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (ProductProfile bottle : selection.bottles()) {
            reasons.add(guarded(bottle, selection.understanding(), told));
        }
        return new WrittenReasons(reasons, "", Mode.OFFLINE, Collections.frequency(reasons, ""));
    }

    /** The reason for one bottle; empty where nothing of its record is worth a sentence. */
    public String guarded(ProductProfile profile, Understanding wish) {
        return guarded(profile, wish, new HashSet<>());
    }

    /** @param told sentences of the other bottles, which are not said again where there is something else to say */
    private String guarded(ProductProfile profile, Understanding wish, Set<String> told) {
        List<String> sentences = new ArrayList<>();
        wish.food().stream()
                .flatMap(dish -> goesWith(profile, dish, wish).stream())
                .findFirst()
                .ifPresent(sentences::add);
        sentences.addAll(new ReasonFacts(profile, wish).sentences());
        List<String> honest = sentences.stream()
                .filter(sentence -> isHonest(sentence, profile, wish))
                .toList();
        List<String> reason = Stream.concat(
                        honest.stream().filter(sentence -> !told.contains(sentence)),
                        honest.stream().filter(told::contains))
                .limit(2)
                .toList();
        told.addAll(reason);
        return honest.stream().filter(reason::contains).collect(Collectors.joining(" "));
    }

    /** A sentence that would claim what the record does not hold is left out; it is a fault of the tables. */
    private boolean isHonest(String sentence, ProductProfile profile, Understanding wish) {
        List<String> invented = guard.invented(sentence, profile, wish);
        if (!invented.isEmpty()) {
            LOG.debug(
                    "A composed reason for {} claims {}, which its record does not hold",
                    profile.product().sku(),
                    invented);
        }
        return invented.isEmpty();
    }

    static String dollars(BigDecimal price, Language language) {
        String digits = price.setScale(2, RoundingMode.HALF_UP).toPlainString();
        return language == Language.FRENCH ? digits.replace('.', ',') + "\u00a0$" : "$" + digits;
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
                .map(style -> Texts.text(language, "dish.style", name, style.in(language), dish.in(language)));
    }

    private static boolean suits(ProductProfile profile, Pairing pairing) {
        List<Term> open = Stream.concat(pairing.colours().stream(), pairing.kinds().stream())
                .toList();
        return open.isEmpty() || open.stream().anyMatch(profile::has);
    }
}
