package com.saqsommelier.bot.digest;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.DigestClaim;
import com.saqsommelier.api.DigestRecipients;
import com.saqsommelier.api.DigestRecipients.Recipient;
import com.saqsommelier.api.DigestStep;
import com.saqsommelier.api.DigestView;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.vocabulary.Language;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the digest of the present week to all who have not got it: to groups, and to those who opted in. Each message is
 * noted in the backend before it is sent and after, so that nobody gets one twice; one that was begun and of which nobody
 * knows how it went is not sent again.
 */
public final class DigestSender {

    private static final Logger LOG = LoggerFactory.getLogger(DigestSender.class);

    private static final int CONFLICT = 409;
    private static final int A_CLAIM = 5;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final double PAUSE_SECONDS = 5;

    private final Contract backend;
    private final Telegram telegram;
    private final List<Long> groups;
    private final Language groupLanguage;
    private final boolean quietWeekIsSaid;
    private final GroupNotice operator;
    private final String consumer = "digest-" + UUID.randomUUID();
    private final Set<String> reached = new HashSet<>();
    private int sent;
    private int messages;
    private int doubtful;
    private int blocked;
    private int failed;

    /**
     * A sender for one run.
     *
     * @param admins who are told when a group has gone, by Telegram's numbers
     * @param groups Telegram's numbers of the chats that get it besides those who opted in
     * @param groupLanguage what is spoken there
     * @param quietWeekIsSaid whether a week in which nothing happened is told of
     */
    public DigestSender(
            Contract backend,
            Telegram telegram,
            Set<Long> admins,
            List<Long> groups,
            Language groupLanguage,
            boolean quietWeekIsSaid) {
        this.backend = backend;
        this.telegram = telegram;
        this.groups = List.copyOf(groups);
        this.groupLanguage = groupLanguage;
        this.operator = new GroupNotice(backend, telegram, admins);
        this.quietWeekIsSaid = quietWeekIsSaid;
    }

    /**
     * Sends it.
     *
     * @throws ApiException when the backend cannot be asked; the next run goes on
     * @throws InterruptedException when it is to end; the next run goes on
     */
    public DigestSummary send() throws InterruptedException {
        List<String> chats = groups.stream().map(group -> "tg:" + group).toList();
        DigestRecipients claimed = claim(chats);
        DigestView digest = backend.digest().get(claimed.week());
        Map<Language, List<Html>> texts = texts(digest);
        while (!claimed.recipients().isEmpty() || claimed.waiting() > 0) {
            if (claimed.recipients().isEmpty()) {
                // Another process has them, or had them when it was killed; or they are to be tried again.
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
            }
            for (Recipient recipient : claimed.recipients()) {
                reached.add(recipient.userId());
                send(claimed.week(), recipient, texts);
            }
            claimed = claim(chats);
        }
        return new DigestSummary(
                digest.week(),
                digest.fresh().total(),
                digest.back().total(),
                digest.leaving().total(),
                reached.size(),
                sent,
                messages,
                doubtful,
                blocked,
                failed);
    }

    private DigestRecipients claim(List<String> chats) {
        return backend.digest().claim(new DigestClaim(consumer, A_CLAIM, chats));
    }

    private Map<Language, List<Html>> texts(DigestView digest) {
        Map<Language, List<Html>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(
                    language,
                    digest.nothingHappened() && !quietWeekIsSaid
                            ? List.of()
                            : DigestText.of(digest, Messages.in(language)));
        }
        return texts;
    }

    private void send(String week, Recipient recipient, Map<Language, List<Html>> texts) {
        List<Html> parts = texts.getOrDefault(language(recipient), List.of());
        int first = recipient.partsBegun() + 1;
        if (first > 1) {
            LOG.warn(
                    "Message {} of the digest for {} was begun by a process that did not say how it went; it is not sent"
                            + " again",
                    recipient.partsBegun(),
                    recipient.userId());
        }
        if (first > parts.size()) {
            // Nothing is to be said this week, or all of it was begun before.
            report(step(week, recipient, DigestStep.State.SENT, parts.size(), true, null));
            sent++;
            return;
        }
        for (int part = first; part <= parts.size(); part++) {
            if (!begin(step(week, recipient, DigestStep.State.BEGUN, part, false, null))
                    || !send(week, recipient, parts.get(part - 1), part, part == parts.size())) {
                return;
            }
        }
        sent++;
    }

    /** Sends a message and says whether the next may follow. */
    private boolean send(String week, Recipient recipient, Html text, int part, boolean last) {
        Telegram.Outcome outcome = telegram.tell(
                Long.parseLong(recipient.userId().substring("tg:".length())), Reply.of(text), recipient.quiet());
        if (outcome.kind() == DeliveryOutcome.Outcome.SENT || outcome.doubtful()) {
            if (outcome.doubtful()) {
                doubtful++;
                LOG.error(
                        "Nobody knows whether Telegram took message {} of the digest for {}; it is not sent again",
                        part,
                        recipient.userId());
            } else {
                messages++;
            }
            report(step(week, recipient, DigestStep.State.SENT, part, last, null));
            return true;
        }
        Long movedTo = outcome.movedTo();
        if (movedTo != null) {
            // It is claimed by its new number next, and this message is sent there.
            operator.moved(recipient.userId(), movedTo);
            report(new DigestStep(
                    week, recipient.userId(), consumer, DigestStep.State.MOVED, part, false, null, "tg:" + movedTo));
            return false;
        }
        switch (outcome.kind()) {
            case BLOCKED -> {
                operator.gone(recipient.userId());
                blocked++;
                report(step(week, recipient, DigestStep.State.BLOCKED, part, false, null));
            }
            case RETRY -> {
                Double asked = outcome.retryAfter();
                if (recipient.lastTry() && asked == null) {
                    failed++;
                    report(step(week, recipient, DigestStep.State.FAILED, part, false, null));
                } else {
                    report(step(
                            week,
                            recipient,
                            DigestStep.State.RETRY,
                            part,
                            false,
                            asked == null ? PAUSE_SECONDS : asked));
                }
            }
            default -> {
                failed++;
                report(step(week, recipient, DigestStep.State.FAILED, part, false, null));
            }
        }
        return false;
    }

    private boolean begin(DigestStep step) {
        try {
            report(step);
            return true;
        } catch (ApiException e) {
            if (e.hasStatus(CONFLICT)) {
                LOG.warn("Another process sends the digest to {}", step.userId());
                return false;
            }
            throw e;
        }
    }

    private void report(DigestStep step) {
        backend.digest().report(step);
    }

    private DigestStep step(
            String week,
            Recipient recipient,
            DigestStep.State state,
            int part,
            boolean last,
            @Nullable Double retryAfter) {
        return new DigestStep(week, recipient.userId(), consumer, state, Math.max(1, part), last, retryAfter);
    }

    private Language language(Recipient recipient) {
        boolean group = recipient.userId().startsWith("tg:-");
        return group ? groupLanguage : Language.of(recipient.language());
    }
}
