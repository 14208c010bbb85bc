package com.saqsommelier.bot.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.EndedVisits.Ended;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.VisitView;
import com.saqsommelier.api.VisitsApi;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.vocabulary.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Access control of the bot: identifies the sender of each update, decides whether they are allowed, and claims the update
 * so that a repeated one is handled once (idempotency). One call to the backend answers all three, so an administrator's
 * decision applies at once and in every process.
 *
 * <p>The last decision about each of 20,000 people is cached as the fallback for when the backend is away: it is repeated,
 * and people without one are judged by the settings. Administrators are always allowed.
 */
public final class AccessGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessGate.class);
    private static final int MOST_REMEMBERED = 20_000;
    private static final long LONGEST = Duration.ofDays(1).toMillis();

    private final VisitsApi visits;
    private final CommandLogWriter audit;
    private final AllowList allowList;
    private final String bot;
    private final boolean alone;
    private final String process = UUID.randomUUID().toString();
    private final Clock clock = Clock.systemUTC();
    private final Cache<Long, VisitView> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * The allowlist of the settings.
     *
     * @param listed Telegram's ids of allowed people; an empty list allows everyone
     * @param admins Telegram's ids of administrators, who are always allowed
     */
    public record AllowList(Set<Long> listed, Set<Long> admins) {

        /** Takes copies. */
        public AllowList {
            listed = Set.copyOf(listed);
            admins = Set.copyOf(admins);
        }

        /** Whether everyone is allowed who was not denied. */
        public boolean open() {
            return listed.isEmpty();
        }

        boolean allows(long user) {
            return open() || listed.contains(user) || admins.contains(user);
        }
    }

    /**
     * A command on its way in, as the command log names it.
     *
     * @param updateId Telegram's number of it
     * @param command in lower case
     */
    public record IncomingCommand(long updateId, User user, String command) {}

    /**
     * The door of a bot.
     *
     * @param bot Telegram's number of the bot
     * @param alone whether no other process handles updates of the bot, as with long polling
     */
    public AccessGate(VisitsApi visits, AllowList allowList, long bot, boolean alone) {
        this.visits = visits;
        this.allowList = allowList;
        this.bot = ChatUser.userId(bot);
        this.alone = alone;
        this.audit = CommandLogWriter.start(visits, this.bot, process);
    }

    /** Lets somebody in, or not. Waits for the backend. */
    public Admission arrive(IncomingCommand incoming) {
        Instant now = clock.instant();
        long id = incoming.user().getId();
        try {
            VisitView view = visits.arrive(new VisitRequest(
                    bot,
                    incoming.updateId(),
                    ChatUser.userId(id),
                    incoming.command(),
                    process,
                    alone,
                    allowList.allows(id)));
            known.put(id, view);
            return new Admission(incoming, chatUser(incoming.user()), entry(id, view), now, true);
        } catch (ApiException e) {
            LOG.warn("The backend does not say who comes in: {}", e.getMessage());
            return new Admission(incoming, chatUser(incoming.user()), withoutBackend(id), now, false);
        }
    }

    /** How a person is spoken to by all that is known here and now, without asking the backend. */
    public ChatUser chatUser(User user) {
        String tag = Optional.ofNullable(known.getIfPresent(user.getId()))
                .map(VisitView::language)
                .orElse(user.getLanguageCode());
        return new ChatUser(user.getId(), Messages.in(Language.of(tag)));
    }

    /** Notes how a visit ended; returns at once. */
    public void ended(Admission admission, VisitOutcome outcome) {
        long took = Duration.between(admission.arrived(), clock.instant()).toMillis();
        audit.add(new Ended(
                admission.incoming().updateId(),
                admission.chatUser().userId(),
                admission.incoming().command(),
                admission.arrived(),
                admission.noted(),
                outcome,
                Math.clamp(took, 0, LONGEST)));
    }

    /** Forgets what this process knows of a person. */
    public void forget(ChatUser chatUser) {
        known.invalidate(chatUser.id());
        audit.forget(chatUser.userId());
    }

    /** Whether a person may decide about others. */
    public boolean isAdmin(long user) {
        return allowList.admins().contains(user);
    }

    /** The allowlist of the settings. */
    public AllowList allowList() {
        return allowList;
    }

    private Admission.Entry entry(long user, VisitView view) {
        return switch (view.state()) {
            case DONE -> Admission.Entry.REPEATED;
            case BEGUN -> Admission.Entry.ELSEWHERE;
            case NEW ->
                allowList.admins().contains(user)
                        ? Admission.Entry.IN
                        : switch (view.entry()) {
                            case IN -> Admission.Entry.IN;
                            case TELL -> Admission.Entry.STRANGER;
                            case OUT -> Admission.Entry.TOLD;
                        };
        };
    }

    private Admission.Entry withoutBackend(long user) {
        VisitView last = known.getIfPresent(user);
        boolean in = allowList.admins().contains(user)
                || (last == null ? allowList.allows(user) : last.entry() == VisitView.Entry.IN);
        return in ? Admission.Entry.IN : last == null ? Admission.Entry.UNKNOWN : Admission.Entry.TOLD;
    }

    /** Reports what is not reported yet. */
    @Override
    public void close() {
        audit.close();
    }
}
