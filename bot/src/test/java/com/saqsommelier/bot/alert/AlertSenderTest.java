package com.saqsommelier.bot.alert;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.FakeDeliveries;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.bot.telegram.BotApi;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Alerts from the claim to the report, on the stand-in that refuses what Telegram refuses. */
@Timeout(60)
class AlertSenderTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long ANNE = 501;
    private static final long ADMIN = 599;

    private final Shelf shelf = Shelf.of(IntStream.rangeClosed(101, 180)
            .mapToObj(
                    number -> aRedWine().sku(Integer.toString(number)).named("Château " + "long ".repeat(20) + number))
            .toArray(Bottles[]::new));
    private final FakeDeliveries deliveries = shelf.alerts();
    private TelegramSimulator simulator;
    private Telegram telegram;
    private AlertSender sender;
    private Conversation anne;

    @BeforeEach
    void start() throws IOException {
        simulator = TelegramSimulator.start(0);
        telegram = Telegram.connect(new BotApi("1:test", simulator.baseUrl()));
        anne = someone(ANNE);
        sender = AlertSender.start(shelf, telegram, Set.of(ADMIN));
    }

    @AfterEach
    void stop() {
        sender.close();
        telegram.close();
        simulator.close();
    }

    @Test
    void hundreds_are_told_once_each_and_telegram_refuses_none() {
        List<DeliveryView> all = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            someone(10_000 + person);
            all.add(deliveries.happened("tg:" + (10_000 + person), "101", "restock", null, "24"));
        }
        for (int first = 0; first < all.size(); first += 25) {
            deliveries.waiting(all.subList(first, first + 25).toArray(DeliveryView[]::new));
        }

        all.forEach(this::awaitSent);

        assertThat(simulator.calls("sendMessage"))
                .hasSize(200)
                .allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
        assertThat(simulator.calls("sendMessage").stream().map(call -> call.parameter("chat_id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_fan_out_asks_the_backend_for_nothing_but_claims_and_reports() throws InterruptedException {
        sender.close();
        Contract deliveriesOnly = (Contract) Proxy.newProxyInstance(
                Contract.class.getClassLoader(), new Class<?>[] {Contract.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("deliveries")) {
                        throw new AssertionError("The sender asked for " + method.getName());
                    }
                    return deliveries;
                });
        sender = AlertSender.start(deliveriesOnly, telegram, Set.of(ADMIN));
        long mark = anne.mark();
        DeliveryView store = deliveries.happened("tg:" + ANNE, "101", "restock", "23009", "6");
        deliveries.waiting(store);

        assertThat(anne.awaitFromBot(mark, SOON).text()).contains("Laurier");
        awaitSent(store);
    }

    @Test
    void what_one_person_waits_for_is_one_message_that_names_where_and_how_many() throws InterruptedException {
        long mark = anne.mark();
        DeliveryView online = deliveries.happened("tg:" + ANNE, "101", "restock", null, "24");
        DeliveryView store = deliveries.happened("tg:" + ANNE, "101", "restock", "23009", "6");
        DeliveryView other = deliveries.happened("tg:" + ANNE, "102", "destock", null, "0");
        deliveries.waiting(online, store, other);

        String text = anne.awaitFromBot(mark, SOON).text();

        assertThat(text)
                .contains("✅ de retour en ligne, 24 bouteilles", "📍 de retour à ", "Laurier", ", 6 bouteilles")
                .contains("⚪ épuisé en ligne");
        awaitSent(other);
        assertThat(simulator.calls("sendMessage")).hasSize(1);
        assertThat(deliveries.outcome(online)).isEqualTo(deliveries.outcome(store));
    }

    @Test
    void a_lower_price_is_told_with_the_price_that_the_person_knew() throws InterruptedException {
        long mark = anne.mark();
        DeliveryView drop = deliveries.happened("tg:" + ANNE, "101", "price_drop", null, "24.95", "19.95");
        deliveries.waiting(drop);

        assertThat(anne.awaitFromBot(mark, SOON).text())
                .contains("💲 baisse de prix\u00a0: 24,95\u00a0$ → 19,95\u00a0$");
        awaitSent(drop);
    }

    @Test
    void many_products_are_split_between_products() {
        DeliveryView[] all = IntStream.rangeClosed(101, 180)
                .mapToObj(number -> deliveries.happened("tg:" + ANNE, Integer.toString(number), "restock", null, "24"))
                .toArray(DeliveryView[]::new);
        deliveries.waiting(all);

        for (DeliveryView delivery : all) {
            awaitSent(delivery);
        }

        List<String> texts = anne.messages().stream()
                .filter(ChatMessage::fromBot)
                .map(ChatMessage::text)
                .toList();
        assertThat(texts)
                .hasSizeGreaterThan(1)
                .allSatisfy(text -> assertThat(text)
                        .startsWith("🔔 Du nouveau")
                        .hasSizeLessThanOrEqualTo(Html.LONGEST_MESSAGE)
                        .endsWith("24 bouteilles"));
        assertThat(String.join("\n", texts).split("de retour en ligne", -1)).hasSize(81);
    }

    @Test
    void what_sells_out_again_is_written_into_the_message_that_told_of_it() throws InterruptedException {
        long mark = anne.mark();
        DeliveryView back = deliveries.happened("tg:" + ANNE, "101", "restock", null, "24");
        DeliveryView other = deliveries.happened("tg:" + ANNE, "102", "restock", null, "6");
        deliveries.waiting(back, other);
        ChatMessage alert = anne.awaitFromBot(mark, SOON);
        awaitSent(back);
        long told = Objects.requireNonNull(outcome(back).messageId());

        DeliveryView gone = deliveries.correcting(
                deliveries.happened("tg:" + ANNE, "101", "destock", null, "0"),
                new CorrectionView(
                        told,
                        List.of(
                                new CorrectionView.Told("101", "restock", null, "0", "24", Instant.now()),
                                new CorrectionView.Told("102", "restock", null, "0", "6", Instant.now()))));
        deliveries.waiting(gone);
        awaitSent(gone);

        assertThat(outcome(gone).messageId()).isEqualTo(told);
        assertThat(anne.messages().stream().filter(ChatMessage::fromBot))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.id()).isEqualTo(alert.id());
                    assertThat(message.text())
                            .contains("⚪ revenu en ligne, mais déjà épuisé", "✅ de retour en ligne, 6 bouteilles");
                });
    }

    @Test
    void where_the_message_is_gone_another_one_tells_it() throws InterruptedException {
        long mark = anne.mark();
        DeliveryView gone = deliveries.correcting(
                deliveries.happened("tg:" + ANNE, "101", "destock", null, "0"),
                new CorrectionView(
                        4711, List.of(new CorrectionView.Told("101", "restock", null, "0", "24", Instant.now()))));
        deliveries.waiting(gone);

        assertThat(anne.awaitFromBot(mark, SOON).text()).contains("⚪ épuisé en ligne");
        awaitSent(gone);
    }

    @Test
    void a_pause_that_telegram_asks_for_is_passed_on_and_keeps_nobody_else_waiting() {
        someone(502);
        simulator.failNext("sendMessage", 429, "Too Many Requests: retry after 9", Duration.ofSeconds(9));
        DeliveryView refused = deliveries.happened("tg:" + ANNE, "101", "restock", null, "24");
        deliveries.waiting(refused);
        await().atMost(SOON).until(() -> deliveries.outcome(refused) != null);
        DeliveryView other = deliveries.happened("tg:502", "101", "restock", null, "24");
        deliveries.waiting(other);
        awaitSent(other);

        assertThat(outcome(refused).outcome()).isEqualTo(DeliveryOutcome.Outcome.RETRY);
        assertThat(outcome(refused).retryAfter()).isEqualTo(9.0);
    }

    @Test
    void admins_are_told_once_that_alerts_were_given_up() throws InterruptedException {
        Conversation admin = someone(ADMIN);
        shelf.people().put("tg:" + ADMIN, new UserPreferences("en", false, false));
        long mark = admin.mark();
        for (int failure = 0; failure < 2; failure++) {
            simulator.failNext("sendMessage", 400, "Bad Request: on purpose");
            DeliveryView delivery = deliveries.happened("tg:" + ANNE, "101", "restock", null, "24");
            deliveries.waiting(delivery);
            await().atMost(SOON).until(() -> deliveries.outcome(delivery) != null);
            assertThat(outcome(delivery).outcome()).isEqualTo(DeliveryOutcome.Outcome.FAILED);
            assertThat(admin.awaitFromBot(mark, SOON).text())
                    .startsWith("⚠️ 1 alert could not be sent")
                    .contains("docs/operations.md");
        }
        assertThat(admin.messages().stream().filter(ChatMessage::fromBot)).hasSize(1);
    }

    @Test
    void nothing_is_sent_on_a_lease_that_may_be_over_before_telegram_answers() {
        DeliveryView late = deliveries.leasedUntil(
                deliveries.happened("tg:" + ANNE, "101", "restock", null, "24"),
                Instant.now().plusSeconds(20));
        deliveries.waiting(late);
        await().atMost(SOON).until(() -> deliveries.outcome(late) != null);

        assertThat(outcome(late).outcome()).isEqualTo(DeliveryOutcome.Outcome.RETRY);
        assertThat(outcome(late).retryAfter()).isZero();
        assertThat(simulator.calls("sendMessage")).isEmpty();
    }

    @Test
    void an_accepted_message_whose_answer_was_lost_is_tried_again() {
        simulator.cutNext("sendMessage");
        DeliveryView cut = deliveries.happened("tg:" + ANNE, "101", "restock", null, "24");
        deliveries.waiting(cut);
        await().atMost(SOON).until(() -> deliveries.outcome(cut) != null);

        assertThat(outcome(cut).outcome()).isEqualTo(DeliveryOutcome.Outcome.RETRY);
        assertThat(simulator.calls("sendMessage"))
                .extracting(CallRecord::status)
                .hasSize(1);
    }

    private Conversation someone(long id) {
        Conversation chat = simulator.conversation(new TelegramUser(id, "Somebody", null, "fr"));
        // A bot may write to those alone who have written to it.
        chat.send("/start");
        return chat;
    }

    private void awaitSent(DeliveryView delivery) {
        await().atMost(SOON).until(() -> deliveries.outcome(delivery) != null);
        assertThat(deliveries.outcome(delivery))
                .extracting(DeliveryOutcome::outcome)
                .isEqualTo(DeliveryOutcome.Outcome.SENT);
    }

    private DeliveryOutcome outcome(DeliveryView delivery) {
        return Objects.requireNonNull(deliveries.outcome(delivery));
    }
}
