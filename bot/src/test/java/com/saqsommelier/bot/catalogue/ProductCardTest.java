package com.saqsommelier.bot.catalogue;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static com.saqsommelier.bot.fixture.Bottles.anUnknownBottle;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.TelegramHtml;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductCardTest {

    @Test
    void a_card_tells_all_that_is_known_in_french() {
        assertThat(card(Language.FRENCH)).isEqualTo("""
                <b><a href="https://www.saq.com/fr/943">Mouton Cadet Bordeaux</a> 2019</b>
                <b>16,95_$</b> · ✅ en ligne (1_204 bouteilles)
                Vin rouge · Italie, Toscane · 750_ml
                Vin de table · Mis en bouteille à la propriété
                Cépages_: Grenache blanc 60_%, Sangiovese 40_%
                Alcool_: 13,5_%
                Sucre_: &lt;1,2_g/L
                Pastille de goût_: Aromatique et charnu
                Particularité_: Produit bio
                Producteur_: R&amp;B
                Code SAQ_: <code>943</code>""".replace('_', '\u00a0'));
    }

    @Test
    void the_same_card_in_english_is_english_throughout() {
        assertThat(card(Language.ENGLISH)).isEqualTo("""
                <b><a href="https://www.saq.com/en/943">Mouton Cadet Bordeaux</a> 2019</b>
                <b>$16.95</b> · ✅ online (1,204 bottles)
                Red wine · Italy, Tuscany · 750_ml
                Table wine · Estate bottled
                Grapes: White grenache 60%, Sangiovese 40%
                Alcohol: 13.5%
                Sugar: &lt;1.2_g/L
                Taste tag: Aromatic and robust
                Special feature: Organic
                Producer: R&amp;B
                SAQ code: <code>943</code>""".replace('_', '\u00a0'));
    }

    @Test
    void what_is_not_known_has_no_line() {
        assertThat(ProductCard.of(anUnknownBottle().filed().view(), Messages.in(Language.FRENCH))
                        .markup()
                        .lines())
                .hasSize(3)
                .contains("prix inconnu · ❔ disponibilité inconnue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            750 ml     | 750_ml       | 750_ml
            1.5 L      | 1,5_L        | 1.5_L
            1,14 L     | 1,14_L       | 1.14_L
            12 x 30 ml | 12_×_30_ml   | 12_×_30_ml
            4 x 355 ml | 4_×_355_ml   | 4_×_355_ml
            """)
    void a_size_is_written_as_each_language_writes_it(String printed, String french, String english) {
        assertThat(ProductWords.size(aRedWine().sized(1, printed).view(), Language.FRENCH))
                .isEqualTo(french.replace('_', '\u00a0'));
        assertThat(ProductWords.size(aRedWine().sized(1, printed).view(), Language.ENGLISH))
                .isEqualTo(english.replace('_', '\u00a0'));
    }

    private static String card(Language language) {
        String markup = ProductCard.of(aRedWine().of(2019).fullyDescribed().view(), Messages.in(language))
                .markup();
        TelegramHtml.assertAccepted(markup);
        return markup;
    }
}
