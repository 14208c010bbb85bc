package com.saqsommelier.recommend.claude;

import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.retrieve.ClaimGuard;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a reason that Claude wrote against the record of its bottle: what {@link ClaimGuard} finds, and beyond it any
 * number and any proper name that neither the record nor the wish holds.
 */
final class ReasonGuard {

    /** A reason is told to have 200 characters at most; a little more is forgiven. */
    private static final int LONGEST = 280;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    /** A word with a capital that does not begin a sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\d,;)»”'’–-]\\s{0,2}|[’'(«“])\\p{Lu}[\\p{L}’'-]+");

    private final ClaimGuard claims = new ClaimGuard();
    private final ForbiddenClaims forbidden = new ForbiddenClaims();
    private final OutputGuard output;
    private final Set<String> vocabulary = words();

    ReasonGuard(OutputGuard output) {
        this.output = output;
    }

    /** What a reason claims without ground, as it may be logged; empty when it claims nothing so. */
    List<String> faults(String reason, ProductProfile bottle, Understanding wish) {
        String given = given(bottle, wish);
        List<String> faults = new ArrayList<>(claims.invented(reason, bottle, wish));
        String fault = output.fault(reason, given, LONGEST);
        if (!fault.isEmpty()) {
            faults.add(fault);
        }
        forbidden.in(reason, names(bottle)).ifPresent(faults::add);
        Set<String> known = new HashSet<>(Words.of(given));
        NUMBER.matcher(reason)
                .results()
                .map(found -> found.group())
                .filter(number -> !known.contains(number))
                .forEach(number -> faults.add("number:" + number));
        Matcher names = NAME.matcher(reason);
        while (names.find()) {
            // What the vocabulary knows is a claim that ClaimGuard has judged.
            if (Words.of(names.group()).stream()
                    .anyMatch(word -> !known.contains(word) && !vocabulary.contains(word))) {
                faults.add("name:" + names.group());
            }
        }
        return List.copyOf(faults);
    }

    private static List<String> names(ProductProfile bottle) {
        Naming label = bottle.product().facts().label();
        Origin origin = bottle.product().facts().origin();
        return Stream.of(label.name(), label.nameEn(), origin.producer(), origin.appellation(), origin.classification())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static String given(ProductProfile bottle, Understanding wish) {
        Naming label = bottle.product().facts().label();
        Origin origin = bottle.product().facts().origin();
        return Stream.of(
                        Stream.of(label.name()),
                        Stream.of(
                                        label.nameEn(),
                                        origin.producer(),
                                        origin.appellation(),
                                        origin.region(),
                                        origin.country(),
                                        origin.classification())
                                .filter(Objects::nonNull),
                        bottle.terms().stream().flatMap(ReasonGuard::names),
                        wish.wanted().stream()
                                .filter(term -> term.theme() == Theme.DISH || term.theme() == Theme.OCCASION)
                                .flatMap(ReasonGuard::names))
                .flatMap(it -> it)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> names(Term term) {
        return Stream.of(term.french(), term.english());
    }

    private static Set<String> words() {
        return Stream.of(Theme.values())
                .flatMap(theme -> WineVocabulary.bundled().terms(theme).stream())
                .flatMap(ReasonGuard::names)
                .flatMap(name -> Words.of(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
