package com.saqsommelier.bot.command;

import static com.saqsommelier.bot.fixture.Incoming.inGroup;
import static com.saqsommelier.bot.fixture.Incoming.privately;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.command.Command.Help;
import com.saqsommelier.bot.command.Command.Ignored;
import com.saqsommelier.bot.command.Command.NotText;
import com.saqsommelier.bot.command.Command.Search;
import com.saqsommelier.bot.command.Command.SearchPrompt;
import com.saqsommelier.bot.command.Command.SearchTooLong;
import com.saqsommelier.bot.command.Command.Start;
import com.saqsommelier.bot.command.Command.Unknown;
import com.saqsommelier.bot.fixture.Incoming;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

    private final CommandParser parser = new CommandParser(Incoming.ME);

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/START", "/start@SommelierBot", "/start from_a_friend"})
    void startIsTheFirstContact(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/watch 943", "/start watch_943", "/surveiller https://www.saq.com/fr/943?x=1"})
    void aWatchIsACommandOrALinkToTheBot(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Command.Watch(List.of("943")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/Help", "/help@sommelierbot", "❓ Aide", "❓ Help"})
    void helpIsACommandAndAButtonInAnyLanguage(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "château margaux",
                "/search château margaux",
                "/SEARCH  château\n margaux ",
                "/search@SommelierBot château margaux",
                "\u00a0château\u00a0margaux\u2003"
            })
    void plainTextIsASearchLikeTheCommand(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Search("château margaux"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search_pinot_noir", "/search_pinot_noir@SommelierBot"})
    void aTappedExampleIsASearch(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Search("pinot noir"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/search  ", "/search@SommelierBot", "/search_", "🔎 Recherche", "🔎 Search"})
    void aSearchWithoutWordsAsksForThem(String text) {
        assertThat(parse(privately(text))).isEqualTo(new SearchPrompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "_", "*", "[", "🍷", "/", "/ x", "// x", "AC/DC"})
    void anyOtherTextIsTakenAsItIs(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Search(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/mystores, ''",
        "/mystores Québec, Québec",
        "/mystores@SommelierBot  Trois-Rivières , Trois-Rivières",
        "/succursales G1R, G1R",
        "/mystores g1r 4p5, g1r 4p5",
        "G1R, G1R"
    })
    void aPlaceMayFollowTheCommandForStores(String text, String place) {
        assertThat(parse(privately(text))).isEqualTo(new Command.MyStores(place));
    }

    @Test
    void twoHundredCharactersAreTheLimit() {
        assertThat(parse(privately("x".repeat(200)))).isEqualTo(new Search("x".repeat(200)));
        assertThat(parse(privately("x".repeat(201)))).isEqualTo(new SearchTooLong(201));
        assertThat(parse(privately("/search " + "x".repeat(4000)))).isEqualTo(new SearchTooLong(4000));
    }

    @Test
    void commandsThatDoNotExistAreToldApart() {
        assertThat(parse(privately("/bottle"))).isEqualTo(new Unknown());
        assertThat(parse(inGroup("/bottle"))).isEqualTo(new Ignored());
        assertThat(parse(inGroup("/bottle@SommelierBot"))).isEqualTo(new Unknown());
    }

    @Test
    void aGroupIsAnsweredOnlyWhenItSpeaksToTheBot() {
        assertThat(parse(inGroup("/search@SommelierBot chablis"))).isEqualTo(new Search("chablis"));
        assertThat(parse(inGroup("/search chablis"))).isEqualTo(new Search("chablis"));
        assertThat(parse(inGroup("chablis").inReplyTo(1))).isEqualTo(new Search("chablis"));
        assertThat(parse(inGroup("chablis"))).isEqualTo(new Ignored());
        assertThat(parse(inGroup("chablis").inReplyTo(2))).isEqualTo(new Ignored());
        assertThat(parse(inGroup("/search@OtherBot chablis"))).isEqualTo(new Ignored());
    }

    @Test
    void whatIsNotTextIsToldApartFromWhatTelegramItselfSays() {
        String sticker = "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"type\":\"regular\",\"width\":1,\"height\":1}";
        String place = "{\"latitude\":45.5,\"longitude\":-73.6}";
        String photo = "[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]";

        assertThat(parse(privately().holding("sticker", sticker))).isEqualTo(new NotText());
        assertThat(parse(privately().holding("location", place))).isEqualTo(new Command.StoresNear(45.5, -73.6));
        assertThat(parse(privately().holding("photo", photo))).isEqualTo(new NotText());
        assertThat(parse(privately().holding("photo", photo).with("media_group_id", "9")))
                .isEqualTo(new Ignored());
        assertThat(parse(privately().with("new_chat_title", "Vins"))).isEqualTo(new Ignored());
    }

    private Command parse(Incoming incoming) {
        return parser.parse(incoming.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.saq.com/fr/produits/vin",
                "https://www.saq.com/",
                "saq.com",
                "regarde www.saq.com/fr/promotions",
                "https://example.org/943"
            })
    void a_link_to_no_bottle_is_no_search(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Command.Links(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"saq.computer", "notresaq.com.example", "château saq"})
    void words_that_only_look_like_a_link_are_searched(String text) {
        assertThat(parse(privately(text))).isEqualTo(new Command.Search(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/watch 943 sous 20 $", "/watch https://www.saq.com/fr/943 below $20"})
    void a_price_after_a_code_is_no_other_code(String text) {
        assertThat(parse(privately(text)))
                .isEqualTo(new Command.PriceAlert("943", PriceWish.below(new BigDecimal("20"))));
    }
}
