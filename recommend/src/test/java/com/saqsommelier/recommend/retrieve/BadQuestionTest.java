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

/** Each bad question of the plan has its answer, in both languages. */
class BadQuestionTest {

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
    @CsvSource(
            delimiter = '|',
            value = {
                "empty                    | FRENCH  | ''                                   | 0 | Dites-moi ce que vous cherchez",
                "empty                    | ENGLISH | ' '                                  | 0 | Tell me what you are looking for",
                "only emoji               | FRENCH  | 🍷🥩🎉                               | 0 | Dites-moi ce que vous cherchez",
                "only emoji               | ENGLISH | 🍷🥩🎉                               | 0 | Tell me what you are looking for",
                "one letter               | FRENCH  | x                                    | 0 | Je n'ai pas saisi",
                "one letter               | ENGLISH | x                                    | 0 | I did not get that",
                "off-topic                | FRENCH  | quelle heure est-il                  | 0 | Je n'ai pas saisi",
                "off-topic                | ENGLISH | what is the capital of France        | 0 | ",
                "another language         | FRENCH  | einen trockenen Weißwein bitte       | 1 | ",
                "another language         | ENGLISH | 我想要一瓶酒                          | 0 | I did not get that",
                "another, that is near    | FRENCH  | un vino tinto de Argentina           | 1 | ",
                "beer                     | FRENCH  | une bière froide                     | 0 | Je n'ai rien trouvé",
                "beer                     | ENGLISH | a cold beer                          | 0 | I found nothing",
                "for a minor              | FRENCH  | un vin pour mon fils de 15 ans       | 0 | moins de 18 ans",
                "for a minor              | ENGLISH | a wine for my daughter, she is 16    | 0 | under 18",
                "below the cheapest       | FRENCH  | un rouge à moins de 2 $              | 0 | Rien à ce prix",
                "below the cheapest       | ENGLISH | a red under $2                       | 0 | Nothing at that price",
                "a store there is not     | FRENCH  | un rouge à la SAQ de Tombouctou      | 2 | /mystores",
                "a store there is not     | ENGLISH | a red at the SAQ on Timbuktu         | 2 | /mystores",
                "100 bottles              | FRENCH  | 100 bouteilles de rouge              | 2 | cinq bouteilles au plus",
                "100 bottles              | ENGLISH | 100 bottles of red                   | 2 | five bottles at most",
                "an accessory             | FRENCH  | un tire-bouchon                      | 0 | accessoires",
                "an accessory             | ENGLISH | a corkscrew                          | 0 | accessories",
                "about wine, no bottle    | FRENCH  | c'est quoi un vin biodynamique?      | 0 | Bonne question",
                "about wine, no bottle    | ENGLISH | what is biodynamic?                  | 0 | Good question",
                "thanks                   | FRENCH  | merci beaucoup!                      | 0 | Avec plaisir",
                "thanks                   | ENGLISH | thank you so much                    | 0 | My pleasure",
            })
    void a_bad_question_has_an_answer(String what, Language language, String question, int bottles, String said) {
        Recommendation answer = ask(question, language);

        assertThat(answer.picks()).as(what).hasSize(bottles);
        if (said != null) {
            assertThat(plain(answer)).as(what).contains(said);
        }
        assertThat(answer.picks().isEmpty() && answer.message().isEmpty())
                .as(what)
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH, un rouge, pour mes amis qui aiment bien manger, lu que le début",
        "ENGLISH, a red, for my friends who like to eat well, only its beginning"
    })
    void two_thousand_characters_are_read_as_far_as_they_are_and_the_answer_says_so(
            Language language, String wish, String filling, String said) {
        String question = wish + (" " + filling).repeat(60);

        Recommendation answer = ask(question.substring(0, 2_000), language);

        assertThat(answer.picks()).hasSize(2);
        assertThat(plain(answer)).contains(said);
    }

    /** With the apostrophes and blanks of a keyboard. */
    private static String plain(Recommendation answer) {
        return answer.message().replace('\u2019', '\'').replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private Recommendation ask(String question, Language language) {
        return cellar.ask(new Request(new Question("tg:1", question, language, Conversation.NEW), Set.of()));
    }
}
