package com.saqsommelier.recommend.retrieve;

import static com.saqsommelier.recommend.retrieve.CatalogueFixture.red;
import static com.saqsommelier.recommend.retrieve.CatalogueFixture.white;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.vocabulary.Language;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no bottle has, in each slot, demands that exclude each other, and what is no question at all. */
class AbsurdWishTest {

    private final CatalogueFixture cellar = CatalogueFixture.of(
            red("11", "Malbec", "Argentine", "Mendoza").priced("21.95").stored(),
            red("12", "Gamay", "France", "Beaujolais").priced("24.50").stored(),
            white("13", "Sauvignon blanc", "France", "Vallée de la Loire")
                    .priced("19.95")
                    .stored());

    @AfterEach
    void close() {
        cellar.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un rouge à 99999 % d'alcool",
                "a red with 0.0001% alcohol",
                "un rouge avec 99999 g/L de sucre",
                "a white with -3 g/L of sugar",
                "une bouteille de 0 ml",
                "a 99999 litre bottle of red",
                "un rouge de 1066",
                "a red from the year 9999",
                "un whisky de 99999 ans",
                "un rouge noté 12 étoiles sur 5",
                "a red rated -4",
                "un 100 % merlot 100 % syrah",
                "0 bouteilles de rouge",
                "-3 bottles of red",
                "999999999999 bouteilles de rouge",
                "un rouge à 999999999999999 $",
                "a red for $0.00",
                "'; DROP TABLE products; --",
                "1' OR '1'='1",
                "${jndi:ldap://x/y} {{7*7}} un rouge",
                "<script>alert(1)</script> un rouge",
                "un\u0000rouge\u202eerutcurts",
                "推荐一款红葡萄酒",
                "نبيذ أحمر"
            })
    void an_absurd_wish_has_an_answer_without_what_was_pasted(String wish) {
        Recommendation answer = ask(wish);

        assertThat(answer.picks().isEmpty() && answer.message().isBlank()).isFalse();
        assertThat(answer.message()).doesNotContain("<", "${", "{{", "DROP TABLE", "\u0000", "\u202e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "un rouge de plus de 50 $ et moins de 20 $        | contredisent",
                "a red over $80 and under $40                     | contradict",
                "a red with more than 15% and less than 10% alcohol | contradict",
                "un vin français pas français                     | contredisent",
                "a malbec without malbec                          | contradict",
                "un vin gratuit                                   | la moins chère qui correspond coûte",
                "un vin à -10$                                    | la moins chère qui correspond coûte",
                "free wine please                                 | costs"
            })
    void what_no_bottle_can_meet_gets_none_and_is_told(String wish, String said) {
        Recommendation answer = ask(wish);

        assertThat(answer.picks()).isEmpty();
        assertThat(answer.message()).contains(said);
    }

    private Recommendation ask(String question) {
        return cellar.ask(new Request(new Question("tg:1", question, Language.FRENCH, Conversation.NEW), Set.of()));
    }
}
