package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Filters below lists, in place, on the stand-in that refuses what Telegram refuses. */
@Timeout(60)
class FilterJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final TelegramUser ALEX = new TelegramUser(1002, "Alex", null, "en-CA");

    private final Shelf shelf = Shelf.of(
            aRedWine().sku("101").named("Château Un").priced("12.00"),
            aRedWine().sku("102").named("Château Deux").priced("18.00"),
            aRedWine().sku("103").named("Château Trois").priced("17.00").from("Italie", "Toscane"),
            aRedWine().sku("104").named("Château Quatre").priced("120.00").available(false),
            aRedWine().sku("105").named("Château Cinq").filed("Vin", "Vin blanc"),
            aRedWine().sku("106").named("Château Six").filed("Vin", "Vin blanc"),
            aRedWine()
                    .sku("107")
                    .named("Château Sept")
                    .filed("Spiritueux", "Gin")
                    .from("Canada", "Québec"));

    private TelegramSimulator telegram;
    private Bot bot;
    private Conversation chat;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = begin();
        chat = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void a_search_is_narrowed_in_two_steps_to_a_colour() throws InterruptedException {
        ChatMessage list = tap(chat.ask("château", SOON), "▶");
        assertThat(list.text()).contains("6.\u00a0Château Six");
        assertThat(list.buttonTexts())
                .containsExactly(
                        "6",
                        "7",
                        "◀",
                        "2/2",
                        "🍷 Sorte",
                        "💲 Prix",
                        "🌍 Pays",
                        "🛒 Dispo",
                        "↕️ Tri",
                        "➕ Autres filtres",
                        "🍷 Demander au sommelier");

        ChatMessage kinds = tap(list, "🍷 Sorte");
        assertThat(kinds.buttonTexts())
                .containsExactly("6", "7", "✓ Toutes les sortes", "🍷 Vin (6)", "🥃 Spiritueux (1)", "↩️ Retour");
        ChatMessage families = tap(kinds, "🍷 Vin (6)");
        assertThat(families.text())
                .as("a filter returns to the first page")
                .startsWith("6 résultats pour «\u00a0château\u00a0»\n🍷 Vin\n\n1.\u00a0Château Un");
        assertThat(families.buttonTexts())
                .containsExactly(
                        "1", "2", "3", "4", "5", "✓ 🍷 Vin\u00a0: tout", "🔴 Rouge (4)", "⚪ Blanc (2)", "↩️ Retour");
        ChatMessage white = tap(families, "⚪ Blanc (2)");
        assertThat(white.text())
                .startsWith("2 résultats pour «\u00a0château\u00a0»\n⚪ Blanc\n\n1.\u00a0Château Cinq")
                .contains("2.\u00a0Château Six");
        assertThat(white.id()).isEqualTo(list.id());

        assertThat(tap(white, "✖️ Effacer").text()).startsWith("7 résultats pour «\u00a0château\u00a0»\n\n1.");
        assertEverythingWasAccepted();
    }

    @Test
    void grape_and_size_stand_behind_one_button_and_survive_a_restart() throws InterruptedException {
        ChatMessage more = tap(chat.ask("château", SOON), "➕ Autres filtres");
        assertThat(more.buttonTexts())
                .contains("🍇 Cépage", "🗺 Région", "👅 Pastille de goût", "📏 Format", "↩️ Retour");
        ChatMessage merlot = tap(tap(more, "🍇 Cépage"), "Merlot (7)");
        assertThat(merlot.text()).startsWith("7 résultats pour «\u00a0château\u00a0»\nMerlot\n");

        bot.close();
        bot = begin();
        ChatMessage sizes = tap(tap(merlot, "Merlot"), "📏 Format");
        assertThat(sizes.buttonTexts()).contains("✓ Tous les formats").doesNotContain("Magnum (1,5\u00a0L) (0)");
        ChatMessage standard = tap(sizes, "750\u00a0ml à 1\u00a0L (7)");
        assertThat(standard.text()).contains("\nMerlot · 750\u00a0ml à 1\u00a0L\n");
        assertThat(tap(standard, "✖️ Effacer").text()).startsWith("7 résultats pour «\u00a0château\u00a0»\n\n1.");
        assertEverythingWasAccepted();
    }

    @Test
    void price_country_and_order_add_up_and_survive_a_restart() throws InterruptedException {
        ChatMessage prices = tap(chat.ask("château", SOON), "💲 Prix");
        assertThat(prices.buttonTexts())
                .contains("✓ Tous les prix", "Moins de 15\u00a0$ (1)", "15 à 20\u00a0$ (5)", "100\u00a0$ et plus (1)")
                .doesNotContain("30 à 50\u00a0$ (0)");
        ChatMessage cheap = tap(prices, "15 à 20\u00a0$ (5)");
        assertThat(cheap.text()).startsWith("5 résultats pour «\u00a0château\u00a0»\n15 à 20\u00a0$\n");

        bot.close();
        bot = begin();
        ChatMessage countries = tap(cheap, "🌍 Pays");
        assertThat(countries.buttonTexts()).contains("✓ Tous les pays", "France (3)", "Canada (1)", "Italie (1)");
        ChatMessage french = tap(countries, "France (3)");
        assertThat(french.text()).startsWith("3 résultats pour «\u00a0château\u00a0»\n15 à 20\u00a0$ · France\n");
        ChatMessage sorted = tap(tap(french, "↕️ Tri"), "Prix croissant");
        assertThat(sorted.text()).contains("15 à 20\u00a0$ · France · Prix croissant");
        assertThat(sorted.text().indexOf("Château Cinq"))
                .isLessThan(sorted.text().indexOf("Château Deux"));
        assertEverythingWasAccepted();
    }

    @Test
    void the_choice_of_my_stores_leads_to_choosing_some() throws InterruptedException {
        ChatMessage where = tap(chat.ask("château", SOON), "🛒 Dispo");
        assertThat(where.buttonTexts()).contains("✓ Peu importe (7)", "🛒 En ligne (6)", "📍 Choisir mes succursales");
        assertThat(tap(where, "📍 Choisir mes succursales").text()).startsWith("📍 Où cherchez-vous?");
        shelf.people().prefer("tg:1001", "23009");
        assertThat(tap(latest(where), "🛒 En ligne (6)").text())
                .startsWith("6 résultats")
                .contains("\n🛒 En ligne\n")
                .doesNotContain("Château Quatre");
        ChatMessage mine = tap(chat.ask("château", SOON), "🛒 Dispo");
        assertThat(tap(mine, "📍 Mes succursales (7)").text()).contains("📍 Mes succursales");
        assertThat(shelf.queries().getLast().inStore()).containsExactly("23009");
        assertEverythingWasAccepted();
    }

    @Test
    void what_is_new_is_narrowed_and_a_list_that_becomes_empty_says_so() throws InterruptedException {
        ChatMessage news = chat.ask("/new", SOON);
        ChatMessage spirits = tap(tap(tap(news, "🍷 Sorte"), "🥃 Spiritueux (1)"), "🍸 Gin (1)");
        assertThat(spirits.text()).startsWith("✨ Nouveautés en ligne\n🍸 Gin\n\nChâteau Sept");

        // A keyboard from before the choice is still on another screen: the newest tap counts.
        ChatMessage italian = tap(tap(spirits, "🌍 Pays"), "Canada (1)");
        assertThat(italian.text()).contains("Gin · Canada");
        assertThat(tap(tap(italian, "💲 Prix"), "✓ Tous les prix").text()).contains("Gin · Canada");
        assertEverythingWasAccepted();
    }

    @Test
    void a_bottle_at_random_stays_while_one_chooses_and_changes_with_the_choice() throws InterruptedException {
        ChatMessage bottle = chat.ask("/random", SOON);
        assertThat(bottle.buttonTexts())
                .containsExactly(
                        "🔔 Suivre",
                        "🍇 Semblables",
                        "💲 Alerte de prix",
                        "🎲 Une autre",
                        "Voir sur saq.com",
                        "🍷 Sorte",
                        "💲 Prix",
                        "🌍 Pays",
                        "🛒 Dispo",
                        "➕ Autres filtres");
        int draws = shelf.queries().size();
        ChatMessage countries = tap(bottle, "🌍 Pays");
        assertThat(countries.text()).isEqualTo(bottle.text());
        assertThat(countries.buttonTexts()).contains("🔔 Suivre", "Italie (1)").doesNotContain("🍷 Sorte");
        assertThat(shelf.queries()).as("nothing is drawn").hasSize(draws);
        assertThat(tap(countries, "↩️ Retour").buttonTexts()).isEqualTo(bottle.buttonTexts());

        ChatMessage italian = tap(tap(latest(bottle), "🌍 Pays"), "Italie (1)");
        assertThat(italian.text()).startsWith("Château Trois");
        assertThat(tap(tap(italian, "🍷 Sorte"), "🍷 Vin (1)").text()).startsWith("Château Trois");
        assertEverythingWasAccepted();
    }

    @Test
    void an_english_reader_finds_the_french_catalogue_in_english() throws InterruptedException {
        chat = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        ChatMessage list = chat.ask("château", SOON);
        assertThat(list.text()).contains("Red wine · Italy, Tuscany · Merlot");
        ChatMessage kinds = tap(list, "🍷 Kind");
        assertThat(kinds.buttonTexts()).contains("✓ All kinds", "🍷 Wine (6)", "🥃 Spirits (1)", "↩️ Back");
        assertThat(tap(tap(kinds, "🍷 Wine (6)"), "🔴 Red (4)").text()).startsWith("4 results for “château”\n🔴 Red\n");
    }

    @Test
    void two_quick_taps_give_one_consistent_list() throws InterruptedException {
        ChatMessage list = chat.ask("château", SOON);
        long mark = chat.mark();
        chat.tap(list, "▶");
        chat.tap(list, "▶");

        ChatMessage second =
                chat.awaitFromBot(mark, SOON, message -> message.text().contains("6.\u00a0"));
        assertThat(second.buttonTexts()).contains("◀", "2/2");
        assertThat(chat.ask("/help", SOON).text()).startsWith("Comment ça marche");
        assertThat(latest(list).text()).isEqualTo(second.text());
    }

    private Bot begin() {
        return Bot.start(new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of()), shelf);
    }

    private ChatMessage tap(ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tap(message, button);
        return chat.awaitFromBot(mark, SOON);
    }

    private ChatMessage latest(ChatMessage message) {
        return chat.messages().stream()
                .filter(one -> one.id() == message.id())
                .findFirst()
                .orElseThrow();
    }

    private void assertEverythingWasAccepted() {
        assertThat(telegram.calls())
                .filteredOn(call -> !call.method().equalsIgnoreCase("getUpdates"))
                .extracting(CallRecord::status)
                .isSubsetOf(200, 429);
    }
}
