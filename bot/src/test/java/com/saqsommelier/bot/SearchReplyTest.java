package com.saqsommelier.bot;

import static com.saqsommelier.bot.Bottles.aRedWine;
import static com.saqsommelier.bot.Bottles.anUnknownBottle;
import static com.saqsommelier.bot.Bottles.pageOf;
import static com.saqsommelier.bot.Bottles.pageOfMany;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.ProductPage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchReplyTest {

    @Test
    void aFrenchDrinkerReadsNamePriceAvailabilityAndOrigin() {
        assertThat(french(pageOf(1, aRedWine().of(2019)), "mouton")).isEqualTo("""
                <b>1 résultat pour «_mouton_»</b>

                1._<a href="https://www.saq.com/fr/943">Mouton Cadet Bordeaux</a> 2019
                <b>16,95_$</b> · ✅ en ligne
                France, Bordeaux · 750_ml · Merlot, Cabernet sauvignon""".replace('_', '\u00a0'));
    }

    @Test
    void anEnglishDrinkerReadsTheEnglishNameAndPage() {
        assertThat(english(
                        pageOf(
                                2,
                                aRedWine().namedInEnglish("Mouton Cadet Red").priced("1624.75"),
                                aRedWine().available(false).sized(1500, "1,5 L")),
                        "mouton"))
                .contains("<b>2 results for “mouton”</b>")
                .contains("<a href=\"https://www.saq.com/en/943\">Mouton Cadet Red</a>\n<b>$1,624.75</b> · ✅ online")
                .contains("Mouton Cadet Bordeaux</a>\n<b>$16.95</b> · ⚪ not online")
                .contains("1.5\u00a0L");
    }

    @Test
    void whatIsUnknownIsSaidToBeUnknown() {
        assertThat(french(pageOf(1, anUnknownBottle()), "mystère"))
                .endsWith("Mystère</a>\nprix inconnu · ❔ disponibilité inconnue");
    }

    @Test
    void aListThatGoesOnSaysHowMuchOfItIsShown() {
        assertThat(french(pageOfMany(12, 5), "chateau"))
                .startsWith("<b>12 résultats pour «\u00a0chateau\u00a0»</b>, voici les 5 premiers\n")
                .contains("5.\u00a0<a")
                .endsWith("Ajoutez un mot pour préciser\u00a0: une région, un cépage, un millésime…");
    }

    @Test
    void moreProductsThanAskedForAreNotShown() {
        assertThat(french(pageOfMany(12, 8), "chateau")).contains("Château 5").doesNotContain("Château 6");
    }

    @Test
    void aListShownWholeDoesNotAskForMoreWords() {
        assertThat(french(pageOfMany(5, 5), "chateau")).doesNotContain("voici", "Ajoutez");
    }

    @Test
    void nothingFoundComesWithATip() {
        assertThat(french(pageOf(0), "xyzzy"))
                .isEqualTo("Je n’ai rien trouvé pour «\u00a0xyzzy\u00a0».\n"
                        + "Essayez avec moins de mots, ou seulement le nom, le cépage ou la région.");
        assertThat(english(pageOf(0), "xyzzy")).startsWith("I found nothing for “xyzzy”.");
    }

    @Test
    void aVintageThatIsPartOfTheNameIsNotRepeated() {
        assertThat(french(pageOf(1, aRedWine().named("Mouton Cadet 2019").of(2019)), "mouton"))
                .containsOnlyOnce("2019");
    }

    @Test
    void theWordsReachTheChatAsTyped() {
        assertThat(french(pageOfMany(1, 1), "<b>_*[ {x} ' 🍷 & \""))
                .contains("«\u00a0&lt;b&gt;_*[ {x} ' 🍷 &amp; &quot;\u00a0»");
    }

    @Test
    void namesWithMarkupAreShownAsTheyAre() {
        String html = french(
                pageOf(
                        1,
                        aRedWine()
                                .named("<i>Fou & \"Fin\"_*[")
                                .from("<FR>", "R&B")
                                .grapes("<g>")),
                "fou");

        TelegramHtml.assertAccepted(html);
        assertThat(html).contains("&lt;i&gt;Fou &amp; &quot;Fin&quot;_*[</a>", "&lt;FR&gt;, R&amp;B", "&lt;g&gt;");
    }

    @Test
    void moreThanTwoGrapesAreCutShort() {
        assertThat(french(pageOf(1, aRedWine().grapes("Grenache", "Syrah", "Cinsault", "Carignan")), "x"))
                .endsWith("Grenache, Syrah…");
    }

    @Test
    void aSizeWithoutItsTextIsInMillilitres() {
        assertThat(french(pageOf(1, aRedWine().sized(375, null)), "x")).contains(" · 375\u00a0ml · ");
    }

    @Test
    void anAddressThatIsNotOfTheWebIsNotALink() {
        assertThat(french(pageOf(1, aRedWine().at("javascript:alert(1)")), "x")).doesNotContain("<a", "javascript");
    }

    @Test
    void theLongestTextsStillMakeAMessageThatTelegramTakes() {
        String longest = "🍷&\"<".repeat(500);
        Bottles[] monsters = IntStream.range(0, 5)
                .mapToObj(n ->
                        aRedWine().named(longest).from(longest, longest + "2").grapes(longest, longest, longest))
                .toArray(Bottles[]::new);

        String html = french(pageOf(99, monsters), "&".repeat(200));

        TelegramHtml.assertAccepted(html);
        assertThat(html).contains("voici les 5 premiers");
        assertThat(html.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
                .isEqualTo(html.chars()
                        .filter(c -> Character.isLowSurrogate((char) c))
                        .count());
    }

    private static String french(ProductPage page, String words) {
        return SearchReply.of(page, words, Messages.in(Language.FRENCH)).text().markup();
    }

    private static String english(ProductPage page, String words) {
        return SearchReply.of(page, words, Messages.in(Language.ENGLISH)).text().markup();
    }
}
