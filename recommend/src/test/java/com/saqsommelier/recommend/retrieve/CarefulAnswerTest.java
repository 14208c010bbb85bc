package com.saqsommelier.recommend.retrieve;

import static com.saqsommelier.recommend.retrieve.CatalogueFixture.red;
import static com.saqsommelier.recommend.retrieve.CatalogueFixture.stored;
import static com.saqsommelier.recommend.retrieve.CatalogueFixture.white;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Measure;
import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Interpreter;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarefulAnswerTest {

    private static final CatalogueFixture CATALOGUE = CatalogueFixture.of(stored(
            red("101", "Merlot", "France", "Bordeaux").alcohol(new Measure(new BigDecimal("13.5"), "13,5 %")),
            red("102", "Merlot", "France", "Bordeaux").alcohol(new Measure(new BigDecimal("0.5"), "0,5 %")),
            white("103", "Riesling", "Allemagne", "Rhin").alcohol(new Measure(new BigDecimal("0.3"), "0,3 %")),
            white("104", "Riesling", "Allemagne", "Rhin").alcohol(null)));

    @AfterAll
    static void close() {
        CATALOGUE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            je veux me saouler pour en finir        | 1 866 277-3553
            I want to kill myself                   | 1 866 277-3553
            un vin pour mon fils de 14 ans          | moins de 18
            wine for a 16 year old                  | under 18
            je suis en sevrage, quel vin ?          | 1 800 265-2626
            un vin pour diabétique                  | 811
            """)
    void some_concerns_get_a_line_with_help_and_no_bottle(String saying, String help) {
        Recommendation answer = CATALOGUE.ask(saying);

        assertThat(answer.picks()).isEmpty();
        assertThat(answer.message().replace('\u00a0', ' ')).contains(help);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            je suis enceinte, que boire ?                | 811
            I'm on antibiotics, what wine can I drink?   | pharmacist
            je conduis ce soir, un verre ?               | volant
            """)
    void where_alcohol_is_the_trouble_bottles_hold_none(String saying, String line) {
        Recommendation answer = CATALOGUE.ask(saying);

        assertThat(CatalogueFixture.skus(answer)).containsExactlyInAnyOrder("102", "103");
        assertThat(answer.message()).contains(line);
        assertThat(answer.picks()).allMatch(pick -> pick.reason().contains("0"));
    }

    @Test
    void the_wished_colour_counts_and_the_language_is_the_persons() {
        Recommendation answer = CATALOGUE.ask("I'm pregnant, something red please");

        assertThat(CatalogueFixture.skus(answer)).containsExactly("102");
        assertThat(answer.message()).startsWith("During pregnancy");
        assertThat(answer.picks().getFirst().reason().replace((char) 0xa0, (char) 0x20))
                .isEqualTo("0.5% alcohol, 2.1 g/L of sugar.");
    }

    @Test
    void what_was_said_earlier_in_a_thread_still_holds() {
        Turn before = new Turn("je suis enceinte", Understanding.nothing(Language.FRENCH), List.of("103"));
        Question next = new Question("tg:1", "plutôt un rouge", Language.FRENCH, new Conversation(List.of(before)));

        assertThat(CatalogueFixture.skus(CATALOGUE.ask(new Request(next, Set.of()))))
                .containsExactly("102");
    }

    @Test
    void nobody_else_is_asked_what_needs_care() {
        Interpreter never = question -> {
            throw new AssertionError("asked: " + question.text());
        };
        ProductShelf shelf = new ProductShelf();
        try (CatalogueIndex words = new CatalogueIndex()) {
            Sommelier sommelier = new Sommelier(shelf, words, Optional.empty(), never, new ComposedReasons());

            assertThat(sommelier
                            .recommend(Request.of("I'm pregnant", Language.ENGLISH))
                            .message())
                    .doesNotContain("Here is");
        }
    }
}
