package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.FakeDeliveries;
import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.CallbackAnswer;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people tap, and what the bot tells them unasked, on the stand-in that refuses what Telegram refuses. */
@Timeout(60)
class ButtonJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final TelegramUser ALEX = new TelegramUser(1002, "Alex", null, "en-CA");
    private static final String ON = "{\"is_disabled\":false}";
    private static final String OFF = "{\"is_disabled\":true}";
    private static final String CAMILLE_ID = "tg:1001";

    private final Shelf shelf = Shelf.of(IntStream.rangeClosed(1, 12)
            .mapToObj(number -> aRedWine()
                    .sku(Integer.toString(100 + number))
                    .named("Château " + number)
                    .of(2018))
            .toArray(Bottles[]::new));

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
    void a_price_alert_is_set_changed_shown_in_the_list_and_ended() throws InterruptedException {
        ChatMessage list = chat.ask("/new", SOON);
        ChatMessage card = tap(list, "2");
        ChatMessage choice = tap(card, "💲 Alerte de prix");
        assertThat(choice.text()).contains("Château 2", "coûte 16,95\u00a0$");
        assertThat(choice.buttonTexts())
                .contains(
                        "toute baisse",
                        "baisse de 10\u00a0% ou plus",
                        "15,00\u00a0$ ou moins",
                        "12,00\u00a0$ ou moins");

        assertThat(tap(choice, "15,00\u00a0$ ou moins").text()).contains("C’est noté", "15,00\u00a0$ ou moins");
        assertThat(chat.ask("/alerts", SOON).text()).contains("Château 2", "💲 15,00\u00a0$ ou moins");

        ChatMessage again = tap(card, "💲 Alerte de prix");
        assertThat(again.text()).contains("Votre choix\u00a0: 15,00\u00a0$ ou moins");
        assertThat(tap(again, "Ne plus surveiller le prix").text()).contains("Je ne surveille plus le prix");
        assertThat(chat.ask("/alerts", SOON).text()).contains("Château 2").doesNotContain("💲");
    }

    @Test
    void a_list_is_paged_in_place_even_by_another_process() throws InterruptedException {
        ChatMessage list = chat.ask("château", SOON);
        assertThat(list.buttonTexts()).startsWith("1", "2", "3", "4", "5", "1/3", "▶");

        ChatMessage second = tap(list, "▶");
        assertThat(second.id()).isEqualTo(list.id());
        assertThat(second.text())
                .startsWith("12 résultats pour «\u00a0château\u00a0»")
                .contains("6.\u00a0Château 6");

        bot.close();
        bot = begin();
        ChatMessage third = tap(second, "▶");
        assertThat(third.text()).contains("12.\u00a0Château 12");
        assertThat(third.buttonTexts()).startsWith("11", "12", "◀", "3/3");
        assertEverythingWasAccepted();
    }

    @Test
    void a_number_opens_the_card_from_which_one_watches_and_stops() throws InterruptedException {
        ChatMessage card = tap(chat.ask("château", SOON), "2");

        assertThat(card.text()).startsWith("Château 2 2018\n16,95\u00a0$").contains("Code SAQ\u00a0: 102");
        assertThat(card.buttonTexts())
                .containsExactly("🔔 Suivre", "🍇 Semblables", "💲 Alerte de prix", "Voir sur saq.com");

        assertThat(answer(card, "🔔 Suivre").text()).isEqualTo("C’est noté, je vous préviendrai.");
        ChatMessage watched = latest(card);
        assertThat(watched.buttonTexts())
                .containsExactly("🔕 Ne plus suivre", "🍇 Semblables", "💲 Alerte de prix", "Voir sur saq.com");
        assertThat(chat.ask("/alerts", SOON).text())
                .startsWith("🔔 Vous suivez 1 bouteille")
                .contains("Château 2");

        assertThat(answer(watched, "🔕 Ne plus suivre").text()).startsWith("Vous ne suivez plus");
        assertThat(latest(card).buttonTexts()).contains("🔔 Suivre");
        assertThat(chat.ask("/alertes", SOON).text()).startsWith("Vous ne suivez encore aucune bouteille");
        assertThat(tap(latest(card), "🍇 Semblables").text()).startsWith("🍇 Dans le même esprit que Château 2");
        assertEverythingWasAccepted();
    }

    @Test
    void a_page_is_previewed_under_the_card_of_one_bottle_and_under_no_list() throws InterruptedException {
        ChatMessage list = chat.ask("château", SOON);
        tap(list, "▶");
        tap(list, "7");
        chat.ask("🎲 Au hasard", SOON);
        chat.ask("/new", SOON);
        chat.ask("/watch 101 102", SOON);
        chat.ask("/alerts", SOON);
        tap(latest(list), "🍷 Sorte");

        assertThat(previewsOf("sendMessage", "Code SAQ", 2))
                .as("a card, a bottle by chance")
                .containsOnly(ON);
        for (String heading : List.of("12 résultats", "Nouveautés", "Vous suivez")) {
            assertThat(previewsOf("sendMessage", heading, 1)).as(heading).containsOnly(OFF);
        }
        assertThat(previewsOf("editMessageText", "12 résultats", 2)).containsOnly(OFF);
    }

    /** What the bot said of previews in its calls with such a text, once there are so many: a call is noted a little late. */
    private List<String> previewsOf(String method, String text, int count) {
        return await().atMost(SOON)
                .until(
                        () -> telegram.calls(method).stream()
                                .filter(call -> call.parameter("text").contains(text))
                                .map(call -> call.parameter("link_preview_options"))
                                .toList(),
                        options -> options.size() >= count);
    }

    @Test
    void what_is_watched_is_paged_and_tells_what_my_stores_have() throws InterruptedException {
        chat.ask("/watch 101 102 103 104 105 106", SOON);
        shelf.people().prefer(CAMILLE_ID, "23009");
        ChatMessage list = chat.ask("/alerts", SOON);

        assertThat(list.text())
                .startsWith("🔔 Vous suivez 6 bouteilles")
                .containsPattern("Merlot, Cabernet sauvignon\n📍 Laurier, Montréal, 12 bouteilles \\(il y a [^)]+\\)");
        ChatMessage second = tap(list, "▶");
        assertThat(second.text()).contains("6.\u00a0Château 6").doesNotContain("5.\u00a0");
        assertThat(second.buttonTexts()).containsExactly("6", "🔕 6", "◀", "2/2");
        assertEverythingWasAccepted();
    }

    @Test
    void watching_by_command_link_and_deep_link() throws InterruptedException {
        assertThat(chat.ask("/watch 101", SOON).text()).contains("C’est noté", "Château 1", "(101)");
        assertThat(chat.ask("/watch 101", SOON).text()).startsWith("🔔 Vous suivez déjà");
        assertThat(chat.ask("/start watch_102", SOON).text()).contains("C’est noté", "(102)");
        assertThat(chat.ask("/watch", SOON).text()).startsWith("Quelle bouteille?");
        assertThat(chat.ask("/watch 99999", SOON).text()).isEqualTo("Je ne connais aucun produit de code 99999.");
        ChatMessage offer = chat.ask("https://www.saq.com/en/103?utm=x et https://www.saq.com/fr/104", SOON);
        assertThat(offer.text()).startsWith("Les bouteilles de vos liens").contains("Château 3", "Château 4");
        assertThat(offer.buttonTexts()).containsExactly("1", "2", "🔔 1", "🔔 2");
        assertThat(answer(offer, "🔔 2").text()).startsWith("C’est noté");
        assertThat(latest(offer).buttonTexts()).containsExactly("1", "2", "🔔 1", "🔕 2");
        assertThat(chat.ask("regarde https://www.saq.com/fr/105", SOON).buttonTexts())
                .contains("🔔 Suivre");
        assertThat(chat.ask("/unwatch 101", SOON).text()).startsWith("🔕 Vous ne suivez plus");
        assertThat(chat.ask("/unwatch 101", SOON).text()).startsWith("Vous ne suiviez pas");
        assertEverythingWasAccepted();
    }

    @Test
    void what_is_new_and_what_chance_brings() throws InterruptedException {
        assertThat(tap(chat.ask("/new", SOON), "▶").text()).startsWith("✨ Nouveautés en ligne");
        ChatMessage chance = chat.ask("🎲 Au hasard", SOON);
        assertThat(chance.text()).startsWith("Château 1 2018");
        assertThat(chance.buttonTexts()).contains("🎲 Une autre");
        assertThat(answer(chance, "🎲 Une autre").text())
                .as("the same bottle again is no error")
                .isEmpty();
    }

    @Test
    void stores_are_found_chosen_and_shown_on_the_card() throws InterruptedException {
        assertThat(chat.ask("/mystores", SOON).text()).startsWith("📍 Où cherchez-vous?");
        long mark = chat.mark();
        chat.shareLocation(45.5, -73.6);
        ChatMessage near = chat.awaitFromBot(mark, SOON);
        assertThat(near.buttonTexts())
                .containsExactly("➕ Laurier, Montréal · 1,2\u00a0km", "➕ Atwater, Montréal · 12\u00a0km");

        assertThat(answer(near, "➕ Laurier, Montréal · 1,2\u00a0km").text()).isEqualTo("Succursale ajoutée.");
        assertThat(latest(near).buttonTexts()).first().asString().startsWith("✅ Laurier");
        assertThat(chat.ask("/mystores", SOON).buttonTexts())
                .containsExactly("✅ Laurier, Montréal · 1,2\u00a0km", "➕ En ajouter");
        assertThat(tap(chat.ask("château", SOON), "1").text())
                .containsPattern("Dans vos succursales\n📍 Laurier, Montréal, 12 bouteilles \\(il y a [^)]+ jours\\)");
        assertThat(chat.ask("/mystores Nulle part", SOON).text()).startsWith("📍 Je ne connais aucune succursale");
        assertThat(answer(latest(near), "✅ Laurier, Montréal · 1,2\u00a0km").text())
                .isEqualTo("Succursale retirée.");
    }

    @Test
    void stores_of_one_name_are_told_apart_and_counted() throws InterruptedException {
        ChatMessage found = chat.ask("/mystores Montréal", SOON);
        assertThat(found.text())
                .startsWith("📍 Succursales\u00a0: Montréal (12)")
                .contains("1 à 10 sur 12")
                .contains("• Montréal - avenue des Pins · 100, avenue des Pins, Montréal · SAQ Sélection\n");
        assertThat(found.buttonTexts())
                .doesNotHaveDuplicates()
                .startsWith(
                        "➕ 100, avenue des Pins, Montréal · SAQ Sélection",
                        "➕ 200, avenue des Pins, Montréal · fermée temporairement")
                .endsWith("▶");
        ChatMessage next = tap(found, "▶");
        assertThat(next.text()).contains("11 à 12 sur 12");
        assertThat(next.buttonTexts())
                .containsExactly("➕ 1100, avenue des Pins, Montréal", "➕ 1200, avenue des Pins, Montréal", "◀");

        chat.ask("/language en", SOON);
        ChatMessage english = chat.ask("/mystores Montréal", SOON);
        assertThat(english.text()).startsWith("📍 Stores: Montréal (12)").contains("1 to 10 of 12");
        assertThat(english.buttonTexts()).contains("➕ 200, avenue des Pins, Montréal · temporarily closed");
    }

    @Test
    void the_sommelier_answers_with_reasons_and_takes_thumbs() throws InterruptedException {
        assertThat(chat.ask("🍷 Sommelier", SOON).text()).startsWith("🍷 Dites-moi l’occasion");

        ChatMessage advice = chat.ask("/sommelier un rouge pour samedi", SOON);
        assertThat(advice.text())
                .startsWith("🍷 Je vous propose")
                .contains("1.\u00a0Château 1", "Pour: un rouge pour samedi");
        assertThat(advice.buttonTexts()).contains("1", "👍", "👎");
        assertThat(answer(advice, "👎").text()).isEqualTo("Merci, c’est noté.");
        assertThat(chat.ask("/recommend une bière", SOON).text()).isEqualTo("🍷 Je ne connais pas la bière.");
    }

    @Test
    void what_is_typed_right_after_the_sommeliers_answer_goes_on_with_it_when_it_begins_so()
            throws InterruptedException {
        chat.ask("/sommelier un rouge pour samedi", SOON);

        String cheaper = chat.ask("moins cher", SOON).text();
        assertThat(cheaper)
                .startsWith("🍷 Je vous propose")
                .contains("Pour: moins cher / ")
                .doesNotContain("/ null");

        assertThat(chat.ask("château", SOON).text()).as("a search").contains("château");
        assertThat(chat.ask("moins cher", SOON).text()).as("a wish of its own").contains("Pour: moins cher / null");
    }

    @Test
    void a_sentence_goes_to_the_sommelier_and_each_answer_has_a_button_to_the_other() throws InterruptedException {
        ChatMessage advice = chat.ask("un rouge pour un méchoui", SOON);
        assertThat(advice.text()).startsWith("🍷 Je vous propose").contains("Pour: un rouge pour un méchoui");

        ChatMessage found = tap(advice, "🔎 Chercher ces mots");
        assertThat(found.text()).contains("un rouge pour un méchoui");

        ChatMessage list = chat.ask("château", SOON);
        assertThat(tap(list, "🍷 Demander au sommelier").text()).contains("Pour: château");
    }

    @Test
    void the_text_after_the_sommelier_has_asked_is_the_wish_without_a_reply() throws InterruptedException {
        assertThat(chat.ask("🍷 Sommelier", SOON).text()).startsWith("🍷 Dites-moi");

        assertThat(chat.ask("château", SOON).text()).contains("Pour: château");
    }

    @Test
    void the_chosen_language_is_kept() throws InterruptedException {
        ChatMessage welcome = tap(chat.ask("/langue", SOON), "English");

        assertThat(welcome.text()).startsWith("Hello! This is SAQ Sommelier.");
        assertThat(chat.ask("château", SOON).text()).startsWith("12 results for “château”");
        assertThat(tap(chat.ask("🌐 Language", SOON), "Français").text()).startsWith("Bonjour!");
    }

    @Test
    void several_changes_are_one_message_and_reported_as_sent() throws InterruptedException {
        chat.ask("/start", SOON);
        long mark = chat.mark();
        FakeDeliveries alerts = shelf.alerts();
        DeliveryView gone = alerts.happened(CAMILLE_ID, "101", "destock", null, "0");
        DeliveryView back = alerts.happened(CAMILLE_ID, "101", "restock", null, "24");
        DeliveryView near = alerts.happened(CAMILLE_ID, "101", "restock", "23009", null);
        DeliveryView left = alerts.happened(CAMILLE_ID, "102", "delisted", null, null);
        alerts.waiting(gone, back, near, left);

        ChatMessage alert = chat.awaitFromBot(mark, SOON);

        assertThat(alert.text()).isEqualTo("""
                🔔 Du nouveau

                Château 1 2018 · 16,95_$
                ✅ de retour en ligne, 24 bouteilles
                📍 de retour à Laurier, Montréal

                Château 2 2018 · 16,95_$
                🚫 retiré du catalogue""".replace('_', '\u00a0'));
        assertThat(alert.buttonTexts()).containsExactly("101", "102");
        for (DeliveryView delivery : new DeliveryView[] {gone, back, near, left}) {
            assertThat(outcome(delivery)).isEqualTo(DeliveryOutcome.Outcome.SENT);
        }
        assertThat(chat.messages().stream().filter(ChatMessage::fromBot)).hasSize(2);
    }

    @Test
    void who_blocked_the_bot_and_who_cannot_be_reached_is_reported_and_the_others_are_told()
            throws InterruptedException {
        Conversation other = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        other.ask("/start", SOON);
        chat.ask("/start", SOON);
        chat.block();
        long mark = other.mark();
        FakeDeliveries alerts = shelf.alerts();
        DeliveryView blocked = alerts.happened(CAMILLE_ID, "101", "restock", null, "1");
        DeliveryView nobody = alerts.happened("xx:1", "101", "restock", null, "1");
        DeliveryView told = alerts.happened("tg:1002", "101", "restock", null, "1");
        alerts.waiting(blocked, nobody, told);

        assertThat(other.awaitFromBot(mark, SOON).text()).contains("Château 1", "de retour en ligne, 1 bouteille");
        assertThat(outcome(blocked)).isEqualTo(DeliveryOutcome.Outcome.BLOCKED);
        assertThat(outcome(nobody)).isEqualTo(DeliveryOutcome.Outcome.FAILED);
        assertThat(outcome(told)).isEqualTo(DeliveryOutcome.Outcome.SENT);
    }

    @Test
    void what_telegram_does_not_take_now_is_left_for_later() throws InterruptedException {
        chat.ask("/start", SOON);
        telegram.failNext("sendMessage", 500, "Internal Server Error");
        DeliveryView later = shelf.alerts().happened(CAMILLE_ID, "101", "restock", null, "1");
        shelf.alerts().waiting(later);

        assertThat(outcome(later)).isEqualTo(DeliveryOutcome.Outcome.RETRY);
    }

    private Bot begin() {
        return Bot.start(new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of()), shelf);
    }

    private DeliveryOutcome.Outcome outcome(DeliveryView delivery) {
        await().atMost(15, TimeUnit.SECONDS).until(() -> shelf.alerts().outcome(delivery) != null);
        return Objects.requireNonNull(shelf.alerts().outcome(delivery)).outcome();
    }

    private ChatMessage tap(ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tap(message, button);
        return chat.awaitFromBot(mark, SOON);
    }

    private CallbackAnswer answer(ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        return chat.awaitAnswer(chat.tap(message, button), mark, SOON);
    }

    private ChatMessage latest(ChatMessage message) {
        return chat.messages().stream()
                .filter(one -> one.id() == message.id())
                .findFirst()
                .orElseThrow();
    }

    private void assertEverythingWasAccepted() {
        // A process that took over ends the other’s poll with 409, and who answers fast is asked to wait with 429, as
        // by Telegram.
        assertThat(telegram.calls())
                .filteredOn(call -> !call.method().equalsIgnoreCase("getUpdates"))
                .extracting(CallRecord::status)
                .isSubsetOf(200, 429);
    }
}
