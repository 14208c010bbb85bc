package com.saqsommelier.recommend.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.WineVocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistyped words are read as what was meant, and words that are merely like one stay what they are. */
class SpellingTest {

    private final Spelling spelling =
            new Spelling(WineVocabulary.bundled().phrases().words());

    @ParameterizedTest
    @CsvSource({
        "cabernay,cabernet",
        "sauvignion,sauvignon",
        "chillien,chilien",
        "chilian,chilean",
        "proseco,prosecco",
        "chateaunef,chateauneuf",
        "bojolai,beaujolai",
        "gewurtstraminer,gewurtztraminer",
        "tempranilo,tempranillo",
        "burgandy,burgundy",
        "nior,noir",
        "pino,pinot",
    })
    void a_mistyped_word_is_read_as_what_was_meant(String typed, String meant) {
        assertThat(spelling.meant(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "vis", "tue", "12345", "xyzzy"})
    void another_word_is_left_alone(String typed) {
        assertThat(spelling.meant(typed)).isEmpty();
    }
}
