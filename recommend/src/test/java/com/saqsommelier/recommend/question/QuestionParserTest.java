package com.saqsommelier.recommend.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions with what a person would understand: {@code questions.txt}. */
class QuestionParserTest {

    private final QuestionParser parser = new QuestionParser();

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_is_understood(String line) {
        String[] parts = line.split("=> ?", 2);
        assertThat(UnderstandingText.of(parser.parse(parts[0].strip(), Language.FRENCH)))
                .isEqualTo(parts[1].strip());
    }

    @Test
    void the_table_is_long_and_in_both_languages() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(questions()).filteredOn(line -> line.contains("=> en")).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void what_is_beyond_a_thousand_characters_is_not_read_and_the_answer_says_so() {
        String question = "un rouge " + "la ".repeat(700) + " sauf le merlot";

        Understanding understanding = parser.parse(question, Language.FRENCH);

        assertThat(understanding.remarks()).containsExactly(Remark.CUT);
        assertThat(understanding.excluded()).isEmpty();
    }

    @Test
    void a_question_that_tells_no_language_is_in_the_preferred_one() {
        assertThat(parser.parse("malbec", Language.ENGLISH).language()).isEqualTo(Language.ENGLISH);
        assertThat(parser.parse("malbec", Language.FRENCH).language()).isEqualTo(Language.FRENCH);
    }

    static List<String> questions() {
        return Stream.of("questions.txt", "more-questions.txt")
                .flatMap(name -> lines(name).stream())
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream table = Objects.requireNonNull(QuestionParserTest.class.getResourceAsStream(name))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
