package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Smalltalk;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Interprets a question with tables alone, and a follow-up by what was said before it. */
public final class OfflineInterpreter implements Interpreter {

    /** {@code pourquoi le 3 ?}, {@code parle-moi du premier}. */
    private static final Pattern TELL_MORE = Pattern.compile(
            "^(?:(?:et|and|ok|bon|alors|so),? )*(?:pourquoi|why|parle[- ]moi|parlez[- ]moi|dis[- ]m'en plus|dis[- ]moi|dites[- ]moi|tell me|describe|decris|decrivez|explique|explain|c'est quoi|qu'est-ce que|what(?:'s| is) (?:the|that)|more about|en savoir plus|plus d'infos?|details?)\\b");

    private final QuestionParser parser = new QuestionParser();
    private final Grammar grammar = Grammar.bundled();
    private final Function<String, Optional<ProductProfile>> shelf;

    /**
     * An interpreter that knows the bottles of which a thread speaks.
     *
     * @param shelf the profile of a SKU
     */
    public OfflineInterpreter(Function<String, Optional<ProductProfile>> shelf) {
        this.shelf = shelf;
    }

    /** An interpreter that knows no bottle: a follow-up that points at one changes the wish alone. */
    public OfflineInterpreter() {
        this(sku -> Optional.empty());
    }

    @Override
    public Interpretation interpret(Question question) {
        Optional<String> anew = Smalltalk.wishedAnew(QuestionParser.plain(question.text()));
        if (anew.isPresent()) {
            return Interpretation.offline(parser.parse(anew.get(), question.preferred()));
        }
        Optional<Turn> before = question.conversation().lastWish();
        Language preferred = before.map(turn -> turn.understanding().language()).orElse(question.preferred());
        Understanding alone = parser.parse(question.text(), preferred);
        String plain = QuestionParser.plain(question.text());
        Optional<Reference> reference = before.isEmpty() ? Optional.empty() : Reference.in(plain);
        Optional<String> told = reference
                .filter(it -> TELL_MORE.matcher(plain).find())
                .flatMap(it -> it.of(before.orElseThrow().suggested()));
        if (told.isPresent()) {
            return Interpretation.about(
                    told.get(), before.orElseThrow().understanding().in(alone.language()));
        }
        if (before.isEmpty() || isRefused(alone)) {
            return Interpretation.offline(alone);
        }
        Comparison comparison = Comparison.in(reference.map(Reference::rest).orElse(plain));
        boolean follows = reference.isPresent()
                || comparison.price() != Comparison.Price.SAME
                || grammar.lengthAt(Role.FOLLOW_UP, Words.of(plain), 0) > 0;
        if (!follows && standsAlone(alone)) {
            return Interpretation.offline(alone);
        }
        Understanding change = parser.parse(comparison.rest(), preferred).in(alone.language());
        boolean says = follows
                || !change.wanted().isEmpty()
                || !change.excluded().isEmpty()
                || !change.price().isAny()
                || !change.limits().isEmpty()
                || change.like().isPresent()
                || change.inMyStores();
        if (!says) {
            return Interpretation.offline(alone);
        }
        List<ProductProfile> shown = before.get().suggested().stream()
                .flatMap(sku -> shelf.apply(sku).stream())
                .toList();
        Optional<ProductProfile> pointedAt =
                reference.flatMap(it -> it.of(before.get().suggested())).flatMap(shelf);
        return Interpretation.offline(
                new FollowUp(before.get().understanding(), shown, pointedAt, comparison.price(), stated(question))
                        .with(change));
    }

    /** The price that the person named last; any where the price of the wish is none that was named. */
    private PriceRange stated(Question question) {
        List<Turn> turns = question.conversation().turns();
        for (Turn turn : turns.reversed()) {
            if (turn.understanding().price().isAny()) {
                return PriceRange.ANY;
            }
            // "Cheaper" names no price.
            String said = Comparison.in(QuestionParser.plain(turn.question())).rest();
            PriceRange named =
                    parser.parse(said, turn.understanding().language()).price();
            if (!named.isAny()) {
                return named;
            }
        }
        return PriceRange.ANY;
    }

    /** What is about another thing than bottles is no follow-up; what alone says nothing may well be one. */
    private static boolean isRefused(Understanding alone) {
        return alone.remarks().stream().anyMatch(remark -> switch (remark) {
            case EMPTY, MINOR, ACCESSORY, QUESTION, THANKS, BEGIN_ANEW, GREETING, CONTRADICTION -> true;
            case UNCLEAR, CUT, TOO_MANY, STORE_NAMED -> false;
        });
    }

    /** Two things of different kinds make a wish of its own: a colour and a dish, a grape and a country. */
    private static boolean standsAlone(Understanding alone) {
        return alone.wanted().stream().map(Term::theme).distinct().count() >= 2
                || (alone.remarks().contains(Remark.TOO_MANY) && !alone.wanted().isEmpty());
    }
}
