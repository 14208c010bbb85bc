package com.saqsommelier.scraper.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class QuantityTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "12 | 12",
                "\"12\" | 12",
                "\" 12 \" | 12",
                "3.0 | 3",
                "1.2e1 | 12",
                "\"12,0\" | 12",
                "\"12.0000\" | 12",
                "\"0,0\" | 0",
                "0.0 | 0",
                "10000000 | 10000000",
            })
    void a_whole_number_is_read_with_and_without_decimals(String json, int bottles) {
        assertThat(Quantity.of(JSON.readTree(json))).hasValue(bottles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.5",
                "\"12,5\"",
                "-3",
                "\"-3.0\"",
                "\"\"",
                "\",0\"",
                "\"0,0,0\"",
                "null",
                "true",
                "[]",
                "1e400",
                "10000001",
                "\"beaucoup\"",
                "\"NaN\""
            })
    void anything_else_is_no_number_of_bottles(String json) {
        assertThat(Quantity.of(JSON.readTree(json))).isEmpty();
    }
}
