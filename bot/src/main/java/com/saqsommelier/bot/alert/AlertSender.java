package com.saqsommelier.bot.alert;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.ProductList;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what became of what they watch: claims deliveries from the backend, sends one message to each person, and
 * reports how that went. What is not reported, because this process was killed, comes again when its lease is over.
 */
public final class AlertSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSender.class);

    /** What can be sent well before the lease of two minutes is over. */
    private static final int MOST_AT_ONCE = 100;

    private static final int WAIT_SECONDS = 25;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    /** Telegram takes 30 messages a second from a bot; answers to those who write go by the same way and come first. */
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(35);

    private static final Html PARAGRAPH = new Html("\n\n");

    private final Contract backend;
    private final Telegram telegram;
    private final People people;
    private final String consumer = "bot-" + UUID.randomUUID();
    private final Thread thread = Thread.ofVirtual().name("alerts").unstarted(this::work);

    private AlertSender(Contract backend, Telegram telegram) {
        this.backend = backend;
        this.telegram = telegram;
        this.people = new People(backend);
    }

    /** Begins to claim and to send. */
    public static AlertSender start(Contract backend, Telegram telegram) {
        AlertSender sender = new AlertSender(backend, telegram);
        sender.thread.start();
        return sender;
    }

    /** Lets the message that is being sent be sent and reported, then stops. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(GOODBYE)) {
                LOG.warn("The alerts did not end within {}; what is not reported is sent again", GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        boolean failing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                send(backend.deliveries()
                        .claim(new ClaimRequest(consumer, MOST_AT_ONCE, WAIT_SECONDS))
                        .deliveries());
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (!failing) {
                    LOG.error("Alerts cannot be sent for now; they wait in the backend", e);
                }
                failing = true;
                if (!pause(AFTER_FAILURE)) {
                    return;
                }
            }
        }
    }

    private void send(List<DeliveryView> claimed) throws InterruptedException {
        Map<String, List<DeliveryView>> byPerson = claimed.stream()
                .collect(Collectors.groupingBy(DeliveryView::userId, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<DeliveryView>> person : byPerson.entrySet()) {
            if (!Drinker.isOne(person.getKey())) {
                LOG.error("{} is nobody whom Telegram knows", person.getKey());
                report(person.getValue(), Telegram.Outcome.FAILED);
                continue;
            }
            tell(people.of(person.getKey()), person.getValue());
        }
    }

    /** One message for all that happened; several where it does not fit into one. */
    private void tell(Drinker drinker, List<DeliveryView> changes) throws InterruptedException {
        Map<String, List<DeliveryView>> byProduct = changes.stream()
                .collect(Collectors.groupingBy(DeliveryView::sku, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> stores = stores(changes);
        Html text = drinker.messages().say(Phrase.ALERT_HEADING);
        List<ProductView> products = new ArrayList<>();
        List<DeliveryView> told = new ArrayList<>();
        for (Map.Entry<String, List<DeliveryView>> entry : byProduct.entrySet()) {
            ProductView product = backend.products().get(entry.getKey());
            Html paragraph = AlertText.of(product, entry.getValue(), stores, drinker.messages());
            Html longer = text.plus(PARAGRAPH).plus(paragraph);
            if (!told.isEmpty() && longer.length() > Html.LONGEST_MESSAGE) {
                deliver(drinker, text, products, told);
                longer = drinker.messages()
                        .say(Phrase.ALERT_HEADING)
                        .plus(PARAGRAPH)
                        .plus(paragraph);
                products.clear();
                told.clear();
            }
            text = longer;
            products.add(product);
            told.addAll(entry.getValue());
        }
        deliver(drinker, text, products, told);
    }

    private void deliver(Drinker drinker, Html text, List<ProductView> products, List<DeliveryView> told)
            throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_MESSAGES.toNanos());
        report(
                told,
                telegram.tell(
                        drinker.id(),
                        new Reply(text, buttons(products, drinker.messages()).markup())));
    }

    private static Buttons buttons(List<ProductView> products, Messages messages) {
        Buttons buttons = new Buttons();
        if (products.size() == 1) {
            String sku = products.getFirst().sku();
            return buttons.row(
                    Buttons.tap(messages.plain(Phrase.BUTTON_SEE, Map.of("sku", sku)), new Tap.Card(sku)),
                    CardAnswers.watching(sku, true, messages));
        }
        return buttons.row(products.stream()
                .limit(ProductList.MOST_SHOWN)
                .map(product -> Buttons.tap(product.sku(), new Tap.Card(product.sku())))
                .toList());
    }

    private void report(List<DeliveryView> told, Telegram.Outcome outcome) {
        for (DeliveryView delivery : told) {
            backend.deliveries().report(delivery.id(), new DeliveryOutcome(outcome.kind(), outcome.retryAfter()));
        }
    }

    /** The names of the stores that are spoken of; one that cannot be had is called by its number. */
    private Map<String, String> stores(List<DeliveryView> changes) {
        if (changes.stream().allMatch(change -> change.storeId() == null)) {
            return Map.of();
        }
        try {
            return backend.stores().list(null, null, null).stores().stream()
                    .collect(Collectors.toMap(StoreView::id, StoreAnswers::shown));
        } catch (ApiException e) {
            LOG.warn("The stores are not known now; alerts call them by their numbers", e);
            return Map.of();
        }
    }

    private static boolean pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
