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

    /** Terms by their French values; ! is excluded, $ the price, x2 the count, ~ free text, # a remark. */
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
