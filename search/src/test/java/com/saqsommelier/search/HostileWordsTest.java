package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a person can type makes the index fail or take long. */
@Timeout(10)
class HostileWordsTest {

    private final Shelf shelf =
            Shelf.of(aRedWine().sku("11"), aRedWine().sku("12").named("نبيذ أحمر"));

    @AfterEach
    void close() {
        shelf.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "*", "?", "%", "\"", "\\", "~", "!!!", "()", "{[", "&& ||", "-", "+-", "'", "’", "...", "\0",
                "\u202e", "\ufeff", "🍷", "<>"
            })
    void signs_only_find_nothing(String signs) {
        assertThat(shelf.find(signs)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"château",
                "château\"",
                "(château",
                "château)",
                "château*",
                "château~2",
                "+château",
                "-château",
                "name:château",
                "château^4",
                "château\\",
                "château\0",
                "\0château",
                "🍷 château",
                "château 🍷🍷",
                "\u202echâteau",
                "<b>château</b>",
                "château AND sample",
                "NOT château",
                "château || sample",
                "château's"
            })
    void signs_around_a_word_do_not_hide_it(String words) {
        assertThat(shelf.find(words)).contains("11");
    }

    @Test
    void right_to_left_words_are_words() {
        assertThat(shelf.find("نبيذ")).containsExactly("12");
        assertThat(shelf.find("יין אדום")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("long_ones")
    void however_long_it_is_answered(String words) {
        assertThatCode(() -> shelf.find(words)).doesNotThrowAnyException();
    }

    static Stream<String> long_ones() {
        return Stream.of(
                "🍷".repeat(200),
                "a".repeat(200),
                "ab ".repeat(70),
                "chateau".repeat(28),
                "x".repeat(10_000),
                "sauvignon blanc ".repeat(1_000),
                "abcdefghi bcdefghij cdefghijk defghijkl efghijklm fghijklmn ghijklmno hijklmnop ijklmnopq jklmnopqr "
                        + "klmnopqrs lmnopqrst mnopqrstu nopqrstuv opqrstuvw pqrstuvwx qrstuvwxy rstuvwxyz stuvwxyza",
                "1".repeat(200),
                "l'".repeat(100),
                "a.".repeat(100),
                "e\u0301".repeat(100),
                "\ud800".repeat(200));
    }
}
