package com.saqsommelier.bot.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Prices as each language writes them in Québec: {@code 1 624,75 $} with non-breaking spaces, {@code $1,624.75}. */
public final class Prices {

    /** What saq.com sells in; taken where a product does not say. */
    private static final String CANADIAN_DOLLAR = "CAD";

    private Prices() {}

    /**
     * A price.
     *
     * @param amount in {@code currency}; always written with two decimals
     * @param currency ISO 4217; null for Canadian dollars
     */
    public static String format(BigDecimal amount, @Nullable String currency, Language language) {
        LocalizedNumberFormatter formatter = NumberFormatter.withLocale(language.locale())
                .unit(Currency.getInstance(currency == null ? CANADIAN_DOLLAR : currency))
                .precision(Precision.fixedFraction(2));
        return formatter.format(amount).toString();
    }
}
