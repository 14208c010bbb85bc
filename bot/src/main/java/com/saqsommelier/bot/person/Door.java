package com.saqsommelier.bot.person;

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
 * Where everybody who wants something comes by: who they are, whether they may come in, whether the same update was handled
 * before. The backend says all that in one answer, so what an administrator decides counts at once and in all processes.
 *
 * <p>The last answer about each of 20,000 people is remembered, for the time that the backend is away: then those come in
 * who came in last, the others if the settings let them in, and who was out stays out. Administrators are always in.
 */
public final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MOST_REMEMBERED = 20_000;
    private static final long LONGEST = Duration.ofDays(1).toMillis();

    private final VisitsApi visits;
    private final Audit audit;
    private final Guests guests;
    private final String bot;
    private final boolean alone;
    private final String process = UUID.randomUUID().toString();
    private final Clock clock = Clock.systemUTC();
    private final Cache<Long, VisitView> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * Who comes in by the settings alone.
     *
     * @param listed Telegram's numbers; nobody listed lets everyone in
     * @param admins are always in
     */
    public record Guests(Set<Long> listed, Set<Long> admins) {

        /** Takes copies. */
        public Guests {
            listed = Set.copyOf(listed);
            admins = Set.copyOf(admins);
        }

        /** Whether everybody comes in who was not denied. */
        public boolean open() {
            return listed.isEmpty();
        }

        boolean letsIn(long user) {
            return open() || listed.contains(user) || admins.contains(user);
        }
    }

    /**
     * What a person wants, as the log names it.
     *
     * @param updateId Telegram's number of it
     * @param command in lower case
     */
    public record Wish(long updateId, User user, String command) {}

    /**
     * The door of a bot.
     *
     * @param bot Telegram's number of the bot
     * @param alone whether no other process handles updates of the bot, as with long polling
     */
    public Door(VisitsApi visits, Guests guests, long bot, boolean alone) {
        this.visits = visits;
        this.guests = guests;
        this.bot = Drinker.userId(bot);
        this.alone = alone;
        this.audit = Audit.start(visits, this.bot, process);
    }

    /** Lets somebody in, or not. Waits for the backend. */
    public Visitor arrive(Wish wish) {
        Instant now = clock.instant();
        long id = wish.user().getId();
        try {
            VisitView view = visits.arrive(new VisitRequest(
                    bot, wish.updateId(), Drinker.userId(id), wish.command(), process, alone, guests.letsIn(id)));
            known.put(id, view);
            return new Visitor(wish, drinker(wish.user()), entry(id, view), now, true);
        } catch (ApiException e) {
            LOG.warn("The backend does not say who comes in: {}", e.getMessage());
            return new Visitor(wish, drinker(wish.user()), withoutBackend(id), now, false);
        }
    }

    /** How a person is spoken to by all that is known here and now, without asking the backend. */
    public Drinker drinker(User user) {
        String tag = Optional.ofNullable(known.getIfPresent(user.getId()))
                .map(VisitView::language)
                .orElse(user.getLanguageCode());
        return new Drinker(user.getId(), Messages.in(Language.of(tag)));
    }

    /** Notes how a visit ended; returns at once. */
    public void ended(Visitor visitor, VisitOutcome outcome) {
        long took = Duration.between(visitor.arrived(), clock.instant()).toMillis();
        audit.add(new Ended(
                visitor.wish().updateId(),
                visitor.drinker().userId(),
                visitor.wish().command(),
                visitor.arrived(),
                visitor.noted(),
                outcome,
                Math.clamp(took, 0, LONGEST)));
    }

    /** Forgets what this process knows of a person. */
    public void forget(Drinker drinker) {
        known.invalidate(drinker.id());
        audit.forget(drinker.userId());
    }

    /** Whether a person may decide about others. */
    public boolean isAdmin(long user) {
        return guests.admins().contains(user);
    }

    /** Who comes in by the settings alone. */
    public Guests guests() {
        return guests;
    }

    private Visitor.Entry entry(long user, VisitView view) {
        return switch (view.state()) {
            case DONE -> Visitor.Entry.REPEATED;
            case BEGUN -> Visitor.Entry.ELSEWHERE;
            case NEW ->
                guests.admins().contains(user)
                        ? Visitor.Entry.IN
                        : switch (view.entry()) {
                            case IN -> Visitor.Entry.IN;
                            case TELL -> Visitor.Entry.STRANGER;
                            case OUT -> Visitor.Entry.TOLD;
                        };
        };
    }

    private Visitor.Entry withoutBackend(long user) {
        VisitView last = known.getIfPresent(user);
        boolean in = guests.admins().contains(user)
                || (last == null ? guests.letsIn(user) : last.entry() == VisitView.Entry.IN);
        return in ? Visitor.Entry.IN : last == null ? Visitor.Entry.UNKNOWN : Visitor.Entry.TOLD;
    }

    /** Reports what is not reported yet. */
    @Override
    public void close() {
        audit.close();
    }
}
