package com.saqsommelier.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.PriceAlertView;
import com.saqsommelier.api.PriceAlertView.Rule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceWishTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sous 20 $;BELOW;20",
                "Sous 19,95\u00a0$;BELOW;19.95",
                "moins de 20;BELOW;20",
                "20 $ ou moins;BELOW;20",
                "below $20;BELOW;20",
                "under 18.50;BELOW;18.50",
                "$20 or less;BELOW;20",
                "-10 %;PERCENT;10",
                "10%;PERCENT;10",
                "−2 $;AMOUNT;2",
                "-$2.50;AMOUNT;2.50"
            })
    void people_say_a_price_in_many_ways(String words, Rule rule, BigDecimal value) {
        assertThat(PriceWish.read(words)).contains(new PriceWish(new PriceAlertView(rule, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "943", "20", "0 %", "101 %", "sous le pont", "-0 $", "sous 0 $", "château 10 %"})
    void other_words_are_no_price(String words) {
        assertThat(PriceWish.read(words)).isEmpty();
    }

    @Test
    void the_rest_of_watch_may_be_a_price() {
        assertThat(PriceWish.of("x20")).isEmpty();
        assertThat(PriceWish.of("b")).isEmpty();
    }
}
