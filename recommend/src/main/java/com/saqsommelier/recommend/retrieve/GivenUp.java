package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names what the person demanded and was given up: "Liban", "Reserva". */
final class GivenUp {

    private GivenUp() {}

    static String in(Understanding wish, Constraint constraint) {
        return switch (constraint) {
            case DESIGNATION -> names(wish, wish.designations());
            case FEATURE -> names(wish, wish.features());
            case GRAPE -> names(wish, wish.grapes());
            case SHARE -> names(wish, wish.grapes());
            case PLACE ->
                names(
                        wish,
                        Stream.concat(wish.regions().stream(), wish.countries().stream())
                                .toList());
            case KIND -> names(wish, wish.kinds());
            case SIZE -> Amounts.said(wish, Quantity.SIZE);
            case VINTAGE -> Amounts.said(wish, Quantity.VINTAGE);
            case AGE -> Amounts.said(wish, Quantity.AGE);
            case RATING -> Amounts.said(wish, Quantity.RATING);
            case PRICE, STORE -> "";
        };
    }

    private static String names(Understanding wish, List<Term> terms) {
        return terms.stream()
                .map(term -> term.in(wish.language()))
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
    }
}
