package com.saqsommelier.recommend.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Demands in numbers, in both languages: each was dropped, or read as a price or a word of taste, before. */
class QuantityReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "un rouge avec moins de 3 g/l de sucre | SUGAR | - | 3",
                "less than 4 grams of sugar per litre | SUGAR | - | 4",
                "a white with over 50 grams of sugar per litre | SUGAR | 50 | -",
                "zero sucre | SUGAR | - | 2",
                "un rouge d'au moins 15 % d'alcool | ALCOHOL | 15 | -",
                "no more than 14% alcohol | ALCOHOL | - | 14",
                "entre 11 et 12 % d'alcool | ALCOHOL | 11 | 12",
                "between 12.5 and 13.5 percent | ALCOHOL | 12.5 | 13.5",
                "un vin sans alcool | ALCOHOL | - | 0.5",
                "a de-alcoholised red | ALCOHOL | - | 0.5",
                "un magnum de rouge | SIZE | 1500 | 1500",
                "une demi-bouteille | SIZE | 375 | 375",
                "un vinier pour le chalet | SIZE | 2000 | -",
                "1,5 l de blanc | SIZE | 1500 | 1500",
                "37,5 cl | SIZE | 375 | 375",
                "375 ml | SIZE | 375 | 375",
                "du vin en canette | SIZE | 180 | 360",
                "un bordeaux 2015 | VINTAGE | 2015 | 2015",
                "a bordeaux from before 2010 | VINTAGE | - | 2009",
                "entre 2010 et 2015 | VINTAGE | 2010 | 2015",
                "un scotch 12 ans d'age | AGE | 12 | 12",
                "a 10-year-old tawny port | AGE | 10 | 10",
                "at least 4 stars | RATING | 4 | -",
                "note au moins 4,5 sur 5 | RATING | 4.5 | -",
                "90 points ou plus | RATING | 4.5 | -",
                "100 % merlot | SHARE | 100 | -",
                "au moins 85 % cabernet | SHARE | 85 | -",
                "mostly grenache | SHARE | 50 | -",
            })
    void a_demand_in_numbers_is_read_with_its_unit(
            String question, Quantity quantity, @Nullable Double min, @Nullable Double max) {
        Map<Quantity, Bounds> limits = QuantityReader.read(question).limits();

        assertThat(limits).containsOnlyKeys(quantity);
        Bounds bounds = Objects.requireNonNull(limits.get(quantity));
        assertThat(bounds.min().isPresent() ? bounds.min().getAsDouble() : null).isEqualTo(min);
        assertThat(bounds.max().isPresent() ? bounds.max().getAsDouble() : null).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource({"un rouge a 2015 $", "pas de magnum", "un rouge de 20 a 30 $", "un souper pour 12 personnes"})
    void what_is_a_price_or_is_refused_or_counts_people_is_no_demand(String question) {
        assertThat(QuantityReader.read(question).limits()).isEmpty();
    }

    @Test
    void two_demands_hold_together_and_may_contradict_each_other() {
        Bounds bounds = Objects.requireNonNull(QuantityReader.read("plus de 14 % d'alcool et moins de 12 % d'alcool")
                .limits()
                .get(Quantity.ALCOHOL));

        assertThat(bounds.isImpossible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vingt-cinq piastres | 25 piastres",
                "twenty five bucks | 25 bucks",
                "soixante et quinze dollars | 75 dollars",
                "quatre-vingt-dix dollars | 90 dollars",
                "cent vingt dollars | 120 dollars",
                "one hundred and fifty dollars | one 150 dollars",
                "trois bouteilles | 3 bouteilles",
                "trois fois par semaine | trois fois par semaine",
                "une vingtaine de dollars | environ 20 dollars",
            })
    void numbers_that_are_spelt_out_become_digits(String spelt, String digits) {
        assertThat(NumberWords.inDigits(spelt)).isEqualTo(digits);
    }
}
