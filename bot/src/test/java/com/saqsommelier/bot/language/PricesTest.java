package com.saqsommelier.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24.95     | CAD | 24,95_$       | $24.95
            24.9      | CAD | 24,90_$       | $24.90
            7         |     | 7,00_$        | $7.00
            1624.75   | CAD | 1_624,75_$    | $1,624.75
            1250000.5 | CAD | 1_250_000,50_$ | $1,250,000.50
            10        | USD | 10,00_$_US    | US$10.00
            """)
    void aPriceIsWrittenAsEachLanguageWritesIt(BigDecimal amount, String currency, String french, String english) {
        assertThat(Prices.format(amount, currency, Language.FRENCH)).isEqualTo(french.replace('_', '\u00a0'));
        assertThat(Prices.format(amount, currency, Language.ENGLISH)).isEqualTo(english);
    }
}
