package com.saqsommelier.bot.alert;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.ClaimRequest;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.Problem;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.vocabulary.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what became of what they watch: claims deliveries from the backend, sends one message to each person, and
 * reports how that went.
 *
 * <p>A message is reported as soon as Telegram has answered, and all that it told in one report. What is not reported,
 * because this process was killed, comes again when its lease is over: what Telegram had taken is then told twice. As
 * alerts begin one by one, that is one message for each kill while Telegram answers within 34 ms, and as many as are under
 * way where it is slower. Nothing is sent on a lease that may be over before Telegram has answered.
 */
public final class AlertSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSender.class);

    /** So many people's messages are written while others are sent; of two claims, some four seconds of sending. */
    private static final int PEOPLE_AT_ONCE = 60;

    private static final int A_CLAIM = 30;
    private static final int WAIT_SECONDS = 25;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    /** Longer than a call to Telegram can take (10 s to connect, 20 s to answer). */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(35);

    private final Contract backend;
    private final Telegram telegram;
    private final OperatorNotice operator;
    private final String consumer = "bot-" + UUID.randomUUID();
    private final Semaphore room = new Semaphore(PEOPLE_AT_ONCE);
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("alert-", 0).factory());
    private final Thread thread = Thread.ofVirtual().name("alerts").unstarted(this::work);

    private AlertSender(Contract backend, Telegram telegram, Set<Long> admins) {
        this.backend = backend;
        this.telegram = telegram;
        this.operator = new OperatorNotice(admins, new People(backend), telegram, InstantSource.system());
    }

    /**
     * Begins to claim and to send.
     *
     * @param admins who are told when alerts are given up, by Telegram's numbers
     */
    public static AlertSender start(Contract backend, Telegram telegram, Set<Long> admins) {
        AlertSender sender = new AlertSender(backend, telegram, admins);
        sender.thread.start();
        return sender;
    }

    /** Lets the messages that are being sent be sent and reported, then stops. */
    @Override
    public void close() {
        thread.interrupt();
        senders.shutdown();
        try {
            if (!thread.join(GOODBYE) || !senders.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The alerts did not end within {}; what is not reported is sent again", GOODBYE);
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        boolean failing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                // Room for all whom a claim may concern, so that nobody's lease runs while others are served.
                room.acquire(A_CLAIM);
                room.release(A_CLAIM);
                hand(backend.deliveries().claim(new ClaimRequest(consumer, A_CLAIM, WAIT_SECONDS)));
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

    private void hand(DeliveryList claimed) throws InterruptedException {
        AlertWriter writer = new AlertWriter(claimed);
        Map<String, List<DeliveryView>> byPerson = claimed.deliveries().stream()
                .collect(Collectors.groupingBy(DeliveryView::userId, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<DeliveryView>> person : byPerson.entrySet()) {
            room.acquire();
            senders.execute(() -> {
                try {
                    tell(person.getKey(), claimed.languages().get(person.getKey()), person.getValue(), writer);
                } catch (RuntimeException e) {
                    LOG.error(
                            "Alerts for {} were not told; they come again when their lease is over",
                            person.getKey(),
                            e);
                } finally {
                    room.release();
                }
            });
        }
    }

    private void tell(String userId, @Nullable String language, List<DeliveryView> changes, AlertWriter writer) {
        if (!ChatUser.isOne(userId)) {
            LOG.error("{} is nobody whom Telegram knows", userId);
            report(changes, Telegram.Outcome.FAILED);
            return;
        }
        ChatUser chatUser = new ChatUser(ChatUser.chat(userId), Messages.in(Language.of(language)));
        Map<Long, List<DeliveryView>> corrections = changes.stream()
                .filter(change -> change.corrects() != null)
                .collect(Collectors.groupingBy(
                        change -> correction(change).messageId(), LinkedHashMap::new, Collectors.toList()));
        corrections.values().forEach(since -> correct(chatUser, since, writer));
        List<DeliveryView> fresh =
                changes.stream().filter(change -> change.corrects() == null).toList();
        if (!fresh.isEmpty()) {
            send(chatUser, fresh, writer);
        }
    }

    private void send(ChatUser chatUser, List<DeliveryView> changes, AlertWriter writer) {
        for (AlertMessage message : writer.messages(changes, chatUser.messages())) {
            List<DeliveryView> told = message.told();
            report(told, telegram.tell(chatUser.id(), message.reply(), latest(told)));
        }
    }

    /** Changes the message that is no longer true; where the person has deleted it, another one tells what it would. */
    private void correct(ChatUser chatUser, List<DeliveryView> since, AlertWriter writer) {
        CorrectionView correction = correction(since.getFirst());
        Telegram.Outcome outcome = telegram.correct(
                chatUser.id(),
                Math.toIntExact(correction.messageId()),
                writer.corrected(correction, since, chatUser.messages()),
                latest(since));
        if (outcome.kind() == DeliveryOutcome.Outcome.FAILED) {
            send(chatUser, since, writer);
        } else {
            report(since, outcome);
        }
    }

    private static CorrectionView correction(DeliveryView delivery) {
        CorrectionView correction = delivery.corrects();
        if (correction == null) {
            throw new IllegalArgumentException("Delivery " + delivery.id() + " corrects nothing");
        }
        return correction;
    }

    /** A call that begins later may end when somebody else has these deliveries. */
    private static Instant latest(List<DeliveryView> deliveries) {
        return deliveries.stream()
                .map(DeliveryView::leasedUntil)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(LONGEST_CALL);
    }

    /** Reports until the backend has heard it, or the lease is over and it is too late. */
    private void report(List<DeliveryView> told, Telegram.Outcome outcome) {
        DeliveryView first = told.getFirst();
        List<Long> others = told.stream().skip(1).map(DeliveryView::id).toList();
        DeliveryOutcome report =
                new DeliveryOutcome(outcome.kind(), outcome.retryAfter(), outcome.messageId(), consumer, others);
        while (!reported(first, report)) {
            if (Instant.now().isAfter(first.leasedUntil()) || !pause(Duration.ofSeconds(1))) {
                LOG.error("The backend was not told how delivery {} went; it may be told twice", first.id());
                break;
            }
        }
        boolean givenUp = outcome.kind() == DeliveryOutcome.Outcome.FAILED
                || (first.lastTry() && outcome.kind() == DeliveryOutcome.Outcome.RETRY && outcome.retryAfter() == null);
        if (givenUp) {
            operator.failed(told.size(), first.userId());
        }
    }

    private boolean reported(DeliveryView first, DeliveryOutcome report) {
        try {
            backend.deliveries().report(first.id(), report);
            return true;
        } catch (ApiException e) {
            // What the backend refuses it refuses again; what did not reach it may.
            return e.problem()
                    .map(Problem::status)
                    .filter(status -> status < 500)
                    .isPresent();
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
