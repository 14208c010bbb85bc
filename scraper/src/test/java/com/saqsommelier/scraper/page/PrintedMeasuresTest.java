package com.saqsommelier.scraper.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms in which quantities are printed in Québec, in either language; {@code _} stands for a no-break space. */
class PrintedMeasuresTest {

    private final List<UnreadValue> unread = new ArrayList<>();
    private final Measures measures = new Measures(unread);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,125 L         | 1125",
                "1.125 L         | 1125",
                "1 125 ml        | 1125",
                "1_125_ml        | 1125",
                "1\u202f125\u00a0ml | 1125",
                "1,125 ml        | 1125",
                "1.125 ml        | 1125",
                "1,14 L          | 1140",
                "0,75 litre      | 750",
                "1,5 litres      | 1500",
                "75 cl           | 750",
                "750mL           | 750",
                "7,5 dl          | 750",
                "3 x 200 ml      | 600",
                "3x200ml         | 600",
                "3 X 200 mL      | 600",
                "3_×_200_ml      | 600",
                "6 bouteilles de 750 ml | 4500",
                "24 canettes x 355 ml | 8520",
                "200 ml x 3      | 600",
                "2 x 1,125 L     | 2250",
                "58,67 L         | 58670",
                "18,927 L        | 18927",
                "700 millilitres | 700",
                "1 125 L         |",
                "0 ml            |",
                "1,125           |",
                "12 oz           |",
                "375 ml - 750 ml |",
                "1 x             |",
                "un baril        |",
            })
    void sizes(String text, @Nullable BigDecimal millilitres) {
        assertReads(measures.millilitres(text.replace('_', '\u00a0')), millilitres);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5 %           | 12.5",
                "12.5%            | 12.5",
                "12,5_%           | 12.5",
                "12,500 %         | 12.5",
                "13,125 %         | 13.125",
                "40 % alc./vol.   | 40",
                "40 % (80 proof)  | 40",
                "environ 12 %     | 12",
                "< 0,5 %          | 0.5",
                "0,5 % ou moins   | 0.5",
                "5°               | 5",
                "11,5 degrés      | 11.5",
                "13,5             | 13.5",
                "0 %              | 0",
                "135 %            |",
                "1 250 %          |",
                "-5 %             |",
                "12,5 - 13 %      |",
                "12 % à 13 %      |",
                "12 à 13 %        |",
                "13 g/L           |",
                "s. o.            |",
            })
    void degrees(String text, @Nullable BigDecimal percent) {
        assertReads(measures.percent(text.replace('_', '\u00a0')), percent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,9 g/L            | 1.9",
                "1.9 g/L            | 1.9",
                "<1,2 g/L           | 1.2",
                "< 1,2_g/L          | 1.2",
                "≤ 1,2 g/l          | 1.2",
                "moins de 1,2 g/L   | 1.2",
                "less than 1.2 g/L  | 1.2",
                ">5 g/L             | 5",
                "1,125 g/L          | 1.125",
                "2 g / L            | 2",
                "2,5 grammes par litre | 2.5",
                "450 g/L            | 450",
                "0 g/L              | 0",
                "1 900 g/L          |",
                "2,1 - 3,5 g/L      |",
                "2 à 4 g/L          |",
                "2,1 mg/L           |",
                "12 %               |",
                "sec                |",
            })
    void sugars(String text, @Nullable BigDecimal grams) {
        assertReads(measures.gramsPerLitre(text.replace('_', '\u00a0')), grams);
    }

    private void assertReads(Measure measure, @Nullable BigDecimal value) {
        if (value == null) {
            assertThat(measure.value()).isNull();
            assertThat(unread).extracting(UnreadValue::text).containsExactly(measure.text());
        } else {
            assertThat(measure.value()).isEqualByComparingTo(value);
            assertThat(unread).isEmpty();
        }
    }
}
