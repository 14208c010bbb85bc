package com.saqsommelier.bot.catalogue;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static com.saqsommelier.bot.fixture.Bottles.anUnknownBottle;
import static com.saqsommelier.bot.fixture.Bottles.pageOf;
import static com.saqsommelier.bot.fixture.Bottles.pageOfMany;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.SearchInterpretation;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.TelegramHtml;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.vocabulary.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

class ProductListTest {

    @Test
    void aFrenchDrinkerReadsNamePriceAvailabilityAndOrigin() {
        assertThat(french(pageOf(1, aRedWine().of(2019)), "mouton")).isEqualTo("""
                <b>1 résultat pour «_mouton_»</b>

                1._<a href="https://www.saq.com/fr/943">Mouton Cadet Bordeaux</a> 2019
                <b>16,95_$</b> · ✅ en ligne
                Vin rouge · France, Bordeaux · Merlot, Cabernet sauvignon""".replace('_', '\u00a0'));
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
    void aRatingStandsBesideTheStockWithItsCount() {
        assertThat(french(pageOf(1, aRedWine().rated("4.3", 128)), "mouton"))
                .contains("✅ en ligne · ★_4,3 (128)".replace('_', '\u00a0'));
        assertThat(english(pageOf(1, aRedWine().rated("4.3", null)), "mouton"))
                .contains("✅ online · ★_4.3\n".replace('_', '\u00a0'));
    }

    @Test
    void howTheWordsWereReadStandsBelowTheHeading() {
        Messages messages = Messages.in(Language.FRENCH);
        assertThat(SearchHeading.notes(new SearchInterpretation(List.of("xyzzy"), null, false), messages)
                        .markup())
                .contains("Sans «_xyzzy_»".replace('_', '\u00a0'), "ce mot");
        assertThat(SearchHeading.notes(new SearchInterpretation(List.of(), "<margaux>", true), messages)
                        .markup())
                .contains("Vouliez-vous dire «_&lt;margaux&gt;_»?".replace('_', '\u00a0'), "une partie");
        assertThat(SearchHeading.notes(null, messages).markup()).isEmpty();
    }

    @Test
    void whatIsUnknownIsSaidToBeUnknown() {
        assertThat(french(pageOf(1, anUnknownBottle()), "mystère"))
                .endsWith("Mystère</a>\nprix inconnu · ❔ disponibilité inconnue");
    }

    @Test
    void aListThatGoesOnHasArrowsAndSaysWhereOneIs() {
        Reply first = news(page(12, 1, 5), Language.FRENCH);
        Reply last = news(page(12, 3, 2), Language.FRENCH);

        assertThat(labels(first)).containsExactly("1", "2", "3", "4", "5", "1/3", "▶");
        assertThat(labels(last)).containsExactly("11", "12", "◀", "3/3");
        assertThat(taps(first)).endsWith("1:-", "2:n:....:+:2");
        assertThat(taps(last)).endsWith("2:n:....:+:2", "1:-");
        assertThat(last.text().markup()).contains("11.\u00a0<a");
    }

    @Test
    void aListThatFitsHasAButtonForEachProductAndNoArrows() {
        assertThat(labels(reply(pageOfMany(5, 5)))).containsExactly("1", "2", "3", "4", "5");
        assertThat(taps(reply(pageOfMany(1, 1)))).containsExactly("1:c:943");
    }

    @Test
    void noArrowLeadsWhereTheCatalogueDoesNotGo() {
        assertThat(labels(news(page(38_000, 2_000, 5), Language.ENGLISH))).endsWith("◀", "2,000/7,600");
    }

    @Test
    void theWordsOfASearchAreReadBackFromItsHeading() {
        for (String words : new String[] {"château", "« a »", "x» «\u00a0y", "“a”", "<b>&\"", "🍷"}) {
            for (Language language : Language.values()) {
                String shown = SearchHeading.of(1_234, words, Messages.in(language))
                        .markup()
                        .replaceAll("</?b>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
                assertThat(SearchHeading.words(shown + "\n\n1. «\u00a0Autre\u00a0»"))
                        .contains(words);
            }
        }
        assertThat(SearchHeading.words("Du nouveau")).isEmpty();
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
        assertThat(html).contains("1.\u00a0", "5.\u00a0");
        assertThat(html.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
                .isEqualTo(html.chars()
                        .filter(c -> Character.isLowSurrogate((char) c))
                        .count());
    }

    private static String french(ProductPage page, String words) {
        return reply(page, words, Language.FRENCH).text().markup();
    }

    private static String english(ProductPage page, String words) {
        return reply(page, words, Language.ENGLISH).text().markup();
    }

    private static Reply reply(ProductPage page) {
        return reply(page, "x", Language.FRENCH);
    }

    private static Reply reply(ProductPage page, String words, Language language) {
        Messages messages = Messages.in(language);
        return reply(SearchHeading.of(page.total(), words, messages), Source.SEARCH, page, messages);
    }

    private static Reply news(ProductPage page, Language language) {
        return reply(new Html("x"), Source.NEW, page, Messages.in(language));
    }

    private static Reply reply(Html heading, Source source, ProductPage page, Messages messages) {
        Buttons buttons = new Buttons();
        Html text = ProductList.entries(heading, page, buttons, messages);
        ProductList.turn(
                buttons,
                page,
                number -> new CallbackAction.Browse(Listing.of(source).at(number)),
                messages);
        return new Reply(text, buttons.markup());
    }

    private static ProductPage page(long total, int number, int shown) {
        return ProductPage.of(pageOfMany(total, shown).products(), total, number, 5);
    }

    private static List<String> labels(Reply reply) {
        return buttons(reply).map(InlineKeyboardButton::getText).toList();
    }

    private static List<String> taps(Reply reply) {
        return buttons(reply).map(InlineKeyboardButton::getCallbackData).toList();
    }

    private static Stream<InlineKeyboardButton> buttons(Reply reply) {
        return Objects.requireNonNull(reply.buttons()).getKeyboard().stream().flatMap(List::stream);
    }
}
