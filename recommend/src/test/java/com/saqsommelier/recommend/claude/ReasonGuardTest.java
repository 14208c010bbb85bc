package com.saqsommelier.recommend.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.document.Profiler;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonGuardTest {

    private static final String PROMPT =
            "You write one line for each bottle, in the order given, that begins with its number in square brackets.";

    private static final ReasonGuard GUARD =
            new ReasonGuard(new OutputGuard(List.of(new Prompt(Purpose.REASONS, "1", PROMPT))));
    private static final ProductProfile BOTTLE = new Profiler()
            .profile(SampleProduct.aRedWine()
                    .sku("101")
                    .named("Cuvée Santé du Meilleur")
                    .madeBy("Maison Exemple")
                    .filedUnder("Produits", "Vin", "Vin rouge")
                    .coloured("Rouge")
                    .from("France", "Bordeaux", null)
                    .grapes("Merlot")
                    .stored());
    private static final Understanding WISH =
            new QuestionParser().parse("un rouge pour du poulet rôti ou de la viande grillée", Language.FRENCH);

    @ParameterizedTest
    @MethodSource("hostile")
    void nothing_of_a_hostile_model_gets_through(String reason) {
        assertThat(GUARD.faults(reason, BOTTLE, WISH)).as(reason).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("honest")
    void what_a_sommelier_would_say_gets_through(String reason) {
        assertThat(GUARD.faults(reason, BOTTLE, WISH)).as(reason).isEmpty();
    }

    @Test
    void the_prompt_is_recognized_backwards_and_thirteen_letters_on_too() {
        String words = "brackets square in number its with begins that given order the in bottle each for line one";
        String letters = "stekcarb erauqs ni rebmun sti htiw snigeb taht nevig redro eht ni";
        String thirteen = "bar yvar sbe rnpu obggyr va gur beqre tvira gung ortvaf";

        assertThat(Stream.of(words, letters, thirteen))
                .allMatch(text -> !GUARD.faults(text, BOTTLE, WISH).isEmpty());
    }

    @Test
    void the_name_of_the_bottle_may_hold_any_word() {
        assertThat(GUARD.faults("Cuvée Santé du Meilleur : un merlot souple.", BOTTLE, WISH))
                .isEmpty();
    }

    static Stream<String> hostile() throws IOException {
        return lines("hostile-reasons.txt");
    }

    static Stream<String> honest() throws IOException {
        return lines("honest-reasons.txt");
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ReasonGuardTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }
}
