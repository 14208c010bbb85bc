package com.saqsommelier.bot.language;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;

/** Numbers with a unit as each language writes them in Québec. */
public final class Numbers {

    private Numbers() {}

    /** A count: {@code 1 204} with a non-breaking space, {@code 1,204}. */
    public static String count(long value, Language language) {
        return NumberFormatter.withLocale(language.locale()).format(value).toString();
    }

    /** A percentage: {@code 13,5 %} with a non-breaking space, {@code 13.5%}. */
    public static String percent(BigDecimal value, Language language) {
        return NumberFormatter.withLocale(language.locale())
                .unit(MeasureUnit.PERCENT)
                .precision(Precision.maxFraction(1))
                .format(value)
                .toString();
    }

    /** A distance: {@code 1,2 km}, {@code 1.2 km}; from ten kilometres on without decimals. */
    public static String kilometres(double value, Language language) {
        return NumberFormatter.withLocale(language.locale())
                .unit(MeasureUnit.KILOMETER)
                .precision(value < 10 ? Precision.maxFraction(1) : Precision.integer())
                .format(value)
                .toString();
    }
}
