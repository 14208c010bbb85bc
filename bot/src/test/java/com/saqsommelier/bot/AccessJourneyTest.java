package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.EndedVisits.Ended;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.InterimMessage;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.bot.telegram.WebhookSettings;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.ReplyButton;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Strangers, administrators, floods, slow backends and updates that come twice, on the stand-in for Telegram. */
@Timeout(90)
class AccessJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TelegramUser ADMIN = new TelegramUser(9, "Odile", "odile", "fr");
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final TelegramUser ALEX = new TelegramUser(1002, "Alex <b>", null, "en-CA");

    private final Shelf shelf =
            Shelf.of(aRedWine().named("Château Talbot"), aRedWine().named("Mouton Cadet"));
    private TelegramSimulator telegram;
    private @Nullable Bot bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
    }

    @AfterEach
    void stop() {
        if (bot != null) {
            bot.close();
        }
        telegram.close();
    }

    @Test
    void a_stranger_learns_their_number_and_an_administrator_lets_them_in_by_a_button() throws InterruptedException {
        bot = Bot.start(closed(), shelf);
        Conversation odile = telegram.conversation(ADMIN).overlooking(InterimMessage::isOne);
        assertThat(odile.ask("/users", SOON).text()).contains("La porte est fermée", "Administre", "9", "1001");
        long before = odile.mark();

        Conversation alex = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        assertThat(alex.ask("talbot", SOON).text()).contains("1002");
        ChatMessage notice = odile.awaitFromBot(before, SOON);
        assertThat(notice.text()).contains("Alex <b>", "1002", "voudrait entrer");

        long mark = alex.mark();
        odile.tap(notice, "✅ Laisser entrer");
        assertThat(alex.awaitFromBot(mark, SOON).text()).startsWith("🍷");
        assertThat(odile.awaitFromBot(before, SOON, message -> message.text().contains("peut entrer"))
                        .text())
                .endsWith("peut entrer, et le sait.");
        assertThat(alex.ask("talbot", SOON).text()).contains("Château Talbot");

        mark = odile.mark();
        odile.send("/deny 1002");
        assertThat(odile.awaitFromBot(mark, SOON, message -> message.text().contains("n’entre pas")))
                .isNotNull();
        alex.send("talbot");
        assertThat(odile.ask("/users", SOON).text()).contains("🚫 Avec /deny (1)\u00a0: 1002");
        assertThat(alex.messages().getLast().fromBot()).isFalse();
        assertEverythingWasAccepted();
    }

    @Test
    void administrators_stay_in_and_name_people_in_a_message_that_they_forward() throws InterruptedException {
        bot = Bot.start(closed(), shelf);
        Conversation odile = telegram.conversation(ADMIN).overlooking(InterimMessage::isOne);
        assertThat(odile.ask("/deny 9", SOON).text()).contains("administre le bot");
        assertThat(odile.ask("/allow", SOON).text()).startsWith("Qui donc?");
        assertThat(odile.ask("/allow 555", SOON).text()).contains("555", "pas pu le lui dire");
        assertThat(odile.ask("mouton", SOON).text()).contains("Mouton Cadet");

        Conversation alex = telegram.conversation(ALEX).overlooking(InterimMessage::isOne);
        ChatMessage hello = alex.ask("bonjour", SOON);
        assertThat(hello.text()).contains("1002");
        ChatMessage written = alex.messages().stream()
                .filter(message -> !message.fromBot())
                .findFirst()
                .orElseThrow();
        long mark = odile.mark();
        alex.forward(written, odile);
        assertThat(odile.awaitFromBot(mark, SOON, message -> message.text().contains("Alex"))
                        .inlineButtons())
                .isNotEmpty();
    }

    @Test
    void what_administrators_may_do_others_do_not_even_learn_of() throws InterruptedException {
        bot = Bot.start(closed(), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);

        for (String command : List.of("/allow 5", "/deny 9", "/users", "/audit")) {
            assertThat(camille.ask(command, SOON).text()).startsWith("Je ne connais pas cette commande.");
        }
        assertThat(shelf.gate().list().access()).isEmpty();
    }

    @Test
    void administrators_find_their_commands_in_the_menu_in_their_language_and_others_do_not() throws Exception {
        TelegramUser english = new TelegramUser(10, "Olive", null, "en");
        telegram.conversation(english).send("/start");
        bot = Bot.start(closed().administeredBy(Set.of(9L, 10L)), shelf);

        assertThat(telegram.conversation(english).commands()).contains("search", "allow", "deny", "users", "audit");
        assertThat(telegram.calls("setMyCommands"))
                .filteredOn(call -> call.parameter("scope").contains("\"10\""))
                .extracting(
                        call -> call.parameter("commands").replaceAll(".*\"users\",\"description\":\"([^(]*) .*", "$1"))
                .contains("qui peut entrer", "who may come in");
        // Telegram knows no chat with her yet.
        Conversation odile = telegram.conversation(ADMIN).overlooking(InterimMessage::isOne);
        assertThat(odile.commands()).contains("search").doesNotContain("users");
        odile.ask("/start", SOON);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(odile.commands()).contains("search", "allow", "deny", "users", "audit"));
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        camille.ask("/start", SOON);
        assertThat(camille.commands()).contains("search").doesNotContain("allow", "deny", "users", "audit");
    }

    @Test
    void every_command_is_noted_by_its_name_with_its_outcome_and_never_its_words() throws InterruptedException {
        bot = Bot.start(closed(), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        camille.ask("talbot", SOON);
        shelf.unreachableOnce();
        camille.ask("mouton", SOON);
        shelf.failingOnce(new IllegalStateException("on purpose"));
        camille.ask("mouton", SOON);
        telegram.conversation(ALEX).overlooking(InterimMessage::isOne).ask("/start", SOON);
        Conversation odile = telegram.conversation(ADMIN).overlooking(InterimMessage::isOne);
        long mark = odile.mark();
        odile.send("/help");
        odile.awaitFromBot(mark, SOON, message -> message.text().startsWith("Comment ça marche"));
        bot.close();

        assertThat(shelf.gate().reported())
                .extracting(Ended::userId, Ended::command, Ended::outcome)
                .containsExactlyInAnyOrder(
                        tuple("tg:1001", "search", VisitOutcome.ANSWERED),
                        tuple("tg:1001", "search", VisitOutcome.UNAVAILABLE),
                        tuple("tg:1001", "search", VisitOutcome.FAILED),
                        tuple("tg:1002", "start", VisitOutcome.TURNED_AWAY),
                        tuple("tg:9", "help", VisitOutcome.ANSWERED));
        bot = Bot.start(closed(), shelf);
        assertThat(odile.ask("/audit", SOON).text()).contains("search", "en panne", "catalogue muet", "refusé");
        assertThat(odile.ask("/audit 1001", SOON).text()).startsWith("Les dernières commandes");
    }

    @Test
    void a_person_reads_what_is_kept_and_has_it_erased_after_a_second_thought() throws InterruptedException {
        bot = Bot.start(open(), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        assertThat(camille.ask("/privacy", SOON).text()).contains("90 jours", "/forget");
        camille.ask("/start", SOON);
        shelf.people().prefer("tg:1001", "23009");

        ChatMessage asked = camille.ask("/forget", SOON);
        assertThat(edited(camille, asked, "Annuler")).contains("Tout reste");
        assertThat(shelf.people().get("tg:1001").stores()).isNotEmpty();
        ChatMessage again = camille.ask("/forget", SOON);
        assertThat(edited(camille, again, "🗑 Tout effacer")).contains("C’est effacé", "vos choix");
        assertThat(shelf.people().get("tg:1001").stores()).isEmpty();
        assertEverythingWasAccepted();
    }

    @Test
    void a_flood_is_met_with_silence_and_its_taps_do_not_spin() throws InterruptedException {
        Bottles[] many = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> aRedWine().named("Château " + n))
                .toArray(Bottles[]::new);
        bot = Bot.start(open(), Shelf.of(many));
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        ChatMessage list = camille.ask("/search château", SOON);
        String last = "";
        for (int n = 0; n < 60; n++) {
            last = camille.tap(list, "1/3");
        }
        assertThat(camille.awaitAnswer(last, 0, SOON).text()).startsWith("Doucement!");
        camille.send("mouton");
        assertThat(telegram.conversation(ALEX)
                        .overlooking(InterimMessage::isOne)
                        .ask("château", SOON)
                        .text())
                .contains("Château 1");
        assertThat(camille.messages())
                .as("silence")
                .filteredOn(ChatMessage::fromBot)
                .hasSize(1);
    }

    @Test
    void a_slow_backend_is_excused_and_the_answer_takes_the_place_of_the_excuse() throws InterruptedException {
        bot = Bot.start(open(), shelf);
        Conversation alex = telegram.conversation(ALEX);
        CountDownLatch answered = new CountDownLatch(1);
        shelf.heldOnce(answered);
        long mark = alex.mark();
        alex.send("talbot");

        ChatMessage excuse = alex.awaitFromBot(mark, SOON);
        assertThat(excuse.text()).isEqualTo("One moment…");
        answered.countDown();
        ChatMessage answer =
                alex.awaitFromBot(mark, SOON, message -> message.text().contains("Château Talbot"));
        assertThat(answer.id()).isEqualTo(excuse.id());
        assertThat(telegram.calls("sendChatAction")).isNotEmpty();
        assertEverythingWasAccepted();
    }

    @Test
    void a_tap_on_a_slow_backend_stops_to_spin_and_is_excused_until_the_answer_is_there() throws InterruptedException {
        bot = Bot.start(open(), shelf);
        Conversation alex = telegram.conversation(ALEX);
        ChatMessage list = alex.overlooking(InterimMessage::isOne).ask("/search t", SOON);
        CountDownLatch card = new CountDownLatch(1);
        shelf.heldOnce(card);
        long mark = alex.mark();
        String tap = alex.tap(list, "1");

        assertThat(alex.awaitAnswer(tap, mark, SOON).text()).isEmpty();
        ChatMessage excuse = alex.awaitFromBot(mark, SOON);
        assertThat(excuse.text()).isEqualTo("One moment…");
        card.countDown();
        ChatMessage shown =
                alex.awaitFromBot(mark, SOON, message -> message.text().contains("SAQ code"));
        assertThat(shown.id()).as("in the place of the excuse").isEqualTo(excuse.id());

        CountDownLatch kinds = new CountDownLatch(1);
        shelf.heldOnce(kinds);
        mark = alex.mark();
        alex.tap(list, "↕️ Sort");
        alex.awaitFromBot(mark, SOON, InterimMessage::isOne);
        kinds.countDown();
        assertThat(alex.awaitFromBot(mark, SOON, message -> message.id() == list.id())
                        .buttonTexts())
                .isNotEqualTo(list.buttonTexts());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(alex.messages())
                        .as("taken back, as the list itself is the answer")
                        .noneMatch(InterimMessage::isOne));
        assertEverythingWasAccepted();
    }

    @Test
    void what_fails_after_a_tap_was_excused_is_said_in_the_chat() throws InterruptedException {
        bot = Bot.start(open(), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        ChatMessage card = camille.ask("château", SOON);
        CountDownLatch answered = new CountDownLatch(1);
        shelf.heldOnce(answered);
        long mark = camille.mark();

        assertThat(camille.awaitAnswer(camille.tap(card, "🔔 Suivre"), mark, SOON)
                        .text())
                .isEqualTo("Un instant…");
        shelf.unreachableOnce();
        answered.countDown();
        assertThat(camille.awaitFromBot(mark, SOON).text()).startsWith("Le catalogue ne répond pas");
    }

    @Test
    void an_update_that_comes_again_after_a_restart_is_not_handled_again() throws InterruptedException {
        WebhookSettings webhook = webhook();
        bot = Bot.start(open().with(webhook), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        telegram.loseNextWebhookAnswer();
        camille.ask("talbot", SOON);
        bot.close();
        bot = Bot.start(open().with(webhook), shelf);

        camille.ask("mouton", SOON);

        assertThat(camille.messages().stream().filter(ChatMessage::fromBot)).hasSize(2);
    }

    @Test
    void a_webhook_brings_what_polling_would_fetch_and_the_way_back_is_open() throws InterruptedException {
        WebhookSettings webhook = webhook();
        bot = Bot.start(open().with(webhook), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        assertThat(camille.ask("talbot", SOON).text()).contains("Château Talbot");
        assertThat(telegram.calls("getUpdates")).isEmpty();
        bot.close();
        camille.send("mouton");

        bot = Bot.start(open(), shelf);

        assertThat(camille.awaitFromBot(0, SOON, message -> message.text().contains("Mouton Cadet")))
                .isNotNull();
        assertThat(telegram.calls("deleteWebhook")).isNotEmpty();
    }

    @Test
    void a_place_is_asked_for_with_a_button_and_the_menu_comes_back() throws InterruptedException {
        bot = Bot.start(open(), shelf);
        Conversation camille = telegram.conversation(CAMILLE).overlooking(InterimMessage::isOne);
        assertThat(camille.ask("/mystores", SOON).text()).startsWith("📍 Où cherchez-vous?");
        assertThat(camille.replyKeyboard().getFirst()).containsExactly(new ReplyButton("📍 Envoyer ma position", true));
        long mark = camille.mark();
        camille.shareLocation(0.00001, 0);
        // On a slow machine "one moment" comes before it.
        assertThat(camille.awaitFromBot(
                                mark, SOON, message -> !message.buttonTexts().isEmpty())
                        .buttonTexts())
                .anyMatch(label -> label.startsWith("➕ Laurier"));
        mark = camille.mark();
        camille.tapReply("⬅️ Menu");
        assertThat(camille.awaitFromBot(mark, SOON).text()).startsWith("Bonjour!");
        assertThat(camille.replyKeyboard().getFirst())
                .extracting(ReplyButton::text)
                .contains("🔎 Recherche");
        assertThat(camille.ask("h2x 1y4", SOON).text()).contains("Succursales");
        assertEverythingWasAccepted();
    }

    private static String edited(Conversation chat, ChatMessage asked, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tap(asked, button);
        return chat.awaitFromBot(mark, SOON, message -> message.id() == asked.id())
                .text();
    }

    private BotSettings open() {
        return new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of());
    }

    private BotSettings closed() {
        return new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of(1001L)).administeredBy(Set.of(9L));
    }

    /** On a port that was free a moment ago: Telegram has to be told it before the bot listens there. */
    private static WebhookSettings webhook() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return new WebhookSettings(URI.create("http://127.0.0.1:" + port + "/hook"), "127.0.0.1", port, "s3cret");
        } catch (IOException e) {
            throw new IllegalStateException("No port is free on this machine", e);
        }
    }

    private void assertEverythingWasAccepted() {
        assertThat(telegram.calls())
                .as("429 is obeyed")
                .filteredOn(call -> call.status() != 200 && call.status() != 429)
                // The menu of an administrator who has not written yet.
                .filteredOn(call -> !call.method().equals("setMyCommands"))
                .isEmpty();
    }
}
