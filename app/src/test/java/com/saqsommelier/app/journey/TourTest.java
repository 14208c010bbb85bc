package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramUser;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a drinker does in the first weeks, in a real browser at phone width, in both languages.
 *
 * <p>With the system property {@code screenshots.directory}, an absolute path, each step leaves its picture there.
 */
@ExtendWith(RunningDemo.class)
@Timeout(180)
class TourTest {

    private static final Pattern CODE = Pattern.compile("(?:Code SAQ|SAQ code)\\h?:\\h(\\d+)");

    /** As each line of a bottle begins: {@code 21,95 $ ·}, {@code $21.95 ·}. */
    private static final Pattern PRICE = Pattern.compile("(?:(\\d+,\\d{2})\\h\\$|\\$(\\d+\\.\\d{2})) · ");

    private static DemoSystem system;

    @BeforeAll
    static void start(DemoSystem running) {
        Browser.require();
        system = running;
    }

    @ParameterizedTest
    @EnumSource
    void from_the_first_contact_to_an_alert_and_its_end(Languages tongue) throws Exception {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            ChatWindow chat = visit(browser, tongue, 8001);
            chat.start();
            chat.awaitFromBot(tongue.of("Bonjour! Ici SAQ Sommelier.", "Hello! This is SAQ Sommelier."));
            picture(browser, chat, tongue, "1-start");

            chat.write("chateau");
            chat.awaitNewest("Château");
            chat.hideKeyboard();
            picture(browser, chat, tongue, "2-search");

            chat.tap(tongue.of("🍷 Sorte", "🍷 Kind"));
            chat.tap(tongue.of("🍷 Vin (", "🍷 Wine ("));
            chat.awaitButton(tongue.of("🔴 Rouge (", "🔴 Red ("));
            picture(browser, chat, tongue, "3-filter");
            chat.tap(tongue.of("🔴 Rouge (", "🔴 Red ("));
            chat.awaitNewest(tongue.of("🔴 Rouge", "🔴 Red"));
            chat.tap("▶");
            chat.awaitButton("2/");
            picture(browser, chat, tongue, "4-page");

            chat.tap("6");
            Matcher code = CODE.matcher(chat.awaitNewest(tongue.of("Code SAQ", "SAQ code")));
            assertThat(code.find()).isTrue();
            String sku = code.group(1);
            chat.awaitButton(tongue.of("🔔 Suivre", "🔔 Watch"));
            picture(browser, chat, tongue, "5-card");
            chat.tap(tongue.of("🔔 Suivre", "🔔 Watch"));
            chat.awaitSeen("#toast", tongue.of("C’est noté, je vous préviendrai.", "Noted, I will tell you."));
            chat.awaitButton(tongue.of("🔕 Ne plus suivre", "🔕 Stop watching"));
            picture(browser, chat, tongue, "6-watch");

            system.goAndReturn(sku, () -> chat.awaitNewest(tongue.of("épuisé en ligne", "sold out online")));
            chat.awaitNewest(tongue.of("de retour en ligne", "back online"));
            chat.dismissToast();
            picture(browser, chat, tongue, "7-alert");

            chat.write("/unwatch " + sku);
            chat.awaitNewest(tongue.of("🔕 Vous ne suivez plus", "🔕 You no longer watch"));
            assertThat(chat.hiddenAtTheRight()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stores_are_picked_by_sharing_a_place(Languages tongue) throws Exception {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            ChatWindow chat = visit(browser, tongue, 8003);
            chat.start();
            chat.awaitFromBot("SAQ Sommelier");
            chat.write("/mystores");
            chat.awaitNewest("📍");
            chat.attach(tongue.of("Partager une position", "Share a location"));
            chat.click("#location .primary");
            chat.awaitNewest(tongue.of("Les plus proches de vous", "Nearest to you"));
            chat.hideKeyboard();
            chat.tapFirst();
            chat.awaitSeen("#toast", tongue.of("Succursale ajoutée.", "Store added."));
            picture(browser, chat, tongue, "8-stores");
            assertThat(chat.hiddenAtTheRight()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_sommelier_gives_advice_with_reasons(Languages tongue) throws Exception {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            ChatWindow chat = visit(browser, tongue, 8005);
            chat.start();
            chat.awaitFromBot("SAQ Sommelier");
            chat.hideKeyboard();
            chat.write(tongue.of(
                    "/recommend un rouge corsé pour un méchoui, moins de 40\u00a0$",
                    "/recommend a full-bodied red for a roast, under $40"));
            chat.awaitNewest(tongue.of("🍷 Je vous propose", "🍷 I suggest"));
            picture(browser, chat, tongue, "9-sommelier");
            BigDecimal cheapest = Collections.min(prices(chat));

            chat.write(tongue.of("moins cher", "cheaper"));
            chat.awaitAnswers(2, tongue.of("🍷 Je vous propose", "🍷 I suggest"));
            // Where the first answer had the cheapest that fits, the second one says so.
            String said = chat.awaitNewest("$");
            if (!said.contains(tongue.of("Rien à ce prix", "Nothing at that price"))) {
                assertThat(prices(chat))
                        .isNotEmpty()
                        .as("the red for the roast, at less than before")
                        .allSatisfy(price -> assertThat(price).isLessThan(cheapest));
            }
            chat.tap("👍");
            chat.awaitSeen("#toast", tongue.of("Merci, c’est noté.", "Thank you, noted."));
            assertThat(chat.hiddenAtTheRight()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_digest_of_the_week_comes_to_the_group_and_to_whoever_asked_for_it(Languages tongue) throws Exception {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            TelegramUser person = person(tongue, 8007);
            ChatWindow chat = visit(browser, tongue, person);
            chat.start();
            chat.awaitFromBot("SAQ Sommelier");
            chat.hideKeyboard();
            chat.write("/digest");
            chat.tap(tongue.of("📰 Oui, chaque semaine", "📰 Yes, every week"));
            chat.awaitButton(tongue.of("Ne plus le recevoir", "No more digest"));
            picture(browser, chat, tongue, "10-digest-wanted");

            String friends = tongue.of("Les vins du vendredi", "Friday wines");
            long group = -tongue.person(8009);
            system.telegram().group(group, friends, person);
            // The digest of a week is fixed when it is first sent, so this is news for one of the languages only; but
            // both are of the same week.
            system.haveNews();
            system.sendDigest(group, Language.of(tongue.of("fr", "en")));

            assertThat(chat.awaitNewest(tongue.of("La semaine à la SAQ", "This week at the SAQ")))
                    .contains(
                            tongue.of("Mes suggestions", "My suggestions"),
                            tongue.of("6 nouveautés", "6 new bottles"),
                            tongue.of("1 bouteille retirée", "1 bottle left"))
                    // Other journeys bring bottles back, too.
                    .containsPattern(tongue.of("\\d bouteilles? de retour", "\\d bottles? (is|are) back"));
            chat.scrollToNewest();
            picture(browser, chat, tongue, "11-digest");
            ChatWindow together =
                    browser.visit(system.telegram().baseUrl().resolve("/?user=" + person.id() + "&chat=" + group));
            together.awaitOpen(friends);
            together.awaitNewest(tongue.of("La semaine à la SAQ", "This week at the SAQ"));
            picture(browser, together, tongue, "12-digest-group");
            assertThat(together.hiddenAtTheRight()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }

    /** The prices in the newest message of the bot, in dollars. */
    private static List<BigDecimal> prices(ChatWindow chat) {
        return PRICE.matcher(chat.awaitNewest("$"))
                .results()
                .map(price ->
                        new BigDecimal((price.group(1) == null ? price.group(2) : price.group(1)).replace(',', '.')))
                .toList();
    }

    /** The page in the language of the person, who is new. */
    private static ChatWindow visit(Browser browser, Languages tongue, long person) {
        return visit(browser, tongue, person(tongue, person));
    }

    private static TelegramUser person(Languages tongue, long person) {
        return new TelegramUser(tongue.person(person), tongue.of("Maude", "Olivia"), null, tongue.of("fr", "en"));
    }

    private static ChatWindow visit(Browser browser, Languages tongue, TelegramUser user) {
        Conversation conversation = system.telegram().conversation(user);
        ChatWindow chat = browser.visit(system.telegram().baseUrl().resolve("/?user=" + conversation.chatId()));
        chat.readIn(tongue.of("fr", "en"));
        return chat;
    }

    private static void picture(Browser browser, ChatWindow chat, Languages tongue, String step) throws IOException {
        browser.picture(chat, "tour-" + tongue.of("fr", "en") + "-" + step);
    }
}
