package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An understanding in one line, as the tables of the tests write it. */
public final class UnderstandingText {

    private UnderstandingText() {}

    /** Terms by their French values; ! is excluded, $ the price, SUGAR=..3 a quantity, like: what it is to be like, x2 the count, ~ free text, # a remark. */
    public static String of(Understanding understanding) {
        List<String> parts = new ArrayList<>();
        parts.add(understanding.language() == Language.FRENCH ? "fr" : "en");
        understanding.wanted().stream().map(Term::french).forEach(parts::add);
        understanding.excluded().stream().map(term -> "!" + term.french()).forEach(parts::add);
        if (!understanding.price().isAny()) {
            parts.add("$" + dollars(understanding.price().min()) + ".."
                    + dollars(understanding.price().max()));
        }
        if (understanding.count() != QuestionParser.USUAL) {
            parts.add("x" + understanding.count());
        }
        understanding.limits().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(limit -> limit.getKey() + "="
                        + (limit.getValue().min().isPresent()
                                ? limit.getValue().min().getAsDouble()
                                : "")
                        + ".."
                        + (limit.getValue().max().isPresent()
                                ? limit.getValue().max().getAsDouble()
                                : ""))
                .forEach(parts::add);
        understanding
                .like()
                .map(like -> "like:" + like.name() + (like.cheaper() ? "-" : ""))
                .ifPresent(parts::add);
        if (!understanding.together().isEmpty()) {
            parts.add("together:"
                    + understanding.together().entrySet().stream()
                            .map(entry -> entry.getKey().french() + "x" + entry.getValue())
                            .collect(java.util.stream.Collectors.joining("+")));
        }
        if (understanding.blend()) {
            parts.add("blend");
        }
        if (understanding.inMyStores()) {
            parts.add("@stores");
        }
        if (!understanding.freeText().isEmpty()) {
            parts.add("~" + understanding.freeText());
        }
        understanding.remarks().stream().sorted().map(remark -> "#" + remark).forEach(parts::add);
        return String.join(" ", parts);
    }

    private static String dollars(Optional<BigDecimal> price) {
        return price.map(BigDecimal::toPlainString).orElse("");
    }
}
