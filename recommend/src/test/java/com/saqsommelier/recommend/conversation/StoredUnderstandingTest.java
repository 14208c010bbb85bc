package com.saqsommelier.recommend.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredUnderstandingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deux rouges corsés bio de Toscane pour un méchoui, 20-30 $, sauf du merlot, dans mes succursales",
                "something like Domaine Bonpas with grilled salmon",
                "🍷",
                "100 bouteilles de bulles pour une fête à la SAQ de Tombouctou"
            })
    void what_is_written_is_read_again(String question) {
        Understanding understanding = new QuestionParser().parse(question, Language.FRENCH);

        assertThat(StoredUnderstanding.read(StoredUnderstanding.write(understanding)))
                .contains(understanding);
    }

    @Test
    void a_term_that_the_vocabulary_no_longer_has_is_left_out() {
        String stored = StoredUnderstanding.write(new QuestionParser().parse("un rouge", Language.FRENCH));

        assertThat(StoredUnderstanding.read(stored.replace("colour:Rouge", "colour:Infrarouge"))
                        .orElseThrow()
                        .wanted())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "x", "{\"language\":\"fr\",\"kinds\":[\"Porto\"]}"})
    void what_another_version_wrote_is_no_understanding(String stored) {
        assertThat(StoredUnderstanding.read(stored)).isEmpty();
    }
}
