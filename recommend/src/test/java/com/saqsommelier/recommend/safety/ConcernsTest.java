package com.saqsommelier.recommend.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ConcernsTest {

    private static final Concerns CONCERNS = new Concerns();

    @ParameterizedTest
    @CsvFileSource(resources = "sayings.csv", delimiter = ';', quoteCharacter = '`', emptyValue = "", nullValues = "-")
    void concerns_are_told_from_innocent_sayings(String expected, String saying) {
        assertThat(CONCERNS.in(saying == null ? "" : saying)
                        .map(concern -> concern.name().toLowerCase(Locale.ROOT))
                        .orElse("none"))
                .as(saying)
                .isEqualTo(expected);
    }
}
