package com.saqsommelier.bot;

import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.bot.access.AccessAnswers;
import com.saqsommelier.bot.access.PrivacyAnswers;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.catalogue.SearchHeading;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.digest.DigestAnswers;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.menu.WelcomeReply;
import com.saqsommelier.bot.person.Door;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.person.QuietAnswers;
import com.saqsommelier.bot.sommelier.SommelierAnswers;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.OneMoment;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.telegram.Telegram.Destination;
import com.saqsommelier.bot.watch.WatchAnswers;
import com.saqsommelier.vocabulary.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Does what a tapped button says, and tells Telegram that it was understood, so that the button stops to spin. */
final class Taps {

    private final Telegram telegram;
    private final ShownButtons buttons;
    private final People people;
    private final CatalogueAnswers catalogue;
    private final CardAnswers cards;
    private final WatchAnswers watches;
    private final StoreAnswers stores;
    private final SommelierAnswers sommelier;
    private final QuietAnswers quiet;
    private final DigestAnswers digest;
    private final AccessAnswers access;
    private final PrivacyAnswers privacy;
    private final Door door;

    Taps(
            Telegram telegram,
            People people,
            CatalogueAnswers catalogue,
            CardAnswers cards,
            WatchAnswers watches,
            StoreAnswers stores,
            SommelierAnswers sommelier,
            QuietAnswers quiet,
            DigestAnswers digest,
            AccessAnswers access,
            PrivacyAnswers privacy,
            Door door) {
        this.telegram = telegram;
        this.buttons = new ShownButtons(telegram);
        this.people = people;
        this.catalogue = catalogue;
        this.cards = cards;
        this.watches = watches;
        this.stores = stores;
        this.sommelier = sommelier;
        this.quiet = quiet;
        this.digest = digest;
        this.access = access;
        this.privacy = privacy;
        this.door = door;
    }

    /**
     * Does it, whatever happens.
     *
     * @param spinning is told that the tap was understood
     * @param moment keeps the person company where it takes long
     */
    VisitOutcome handle(CallbackQuery query, Drinker drinker, OneMoment.Acknowledgement spinning, OneMoment moment) {
        // A message that is too old for Telegram has no content any more; an inline message has no chat.
        Optional<Message> shown =
                query.getMessage() instanceof Message message ? Optional.of(message) : Optional.empty();
        Optional<Tap> tap = Optional.ofNullable(query.getData()).flatMap(Tap::of);
        if (tap.isEmpty() || shown.isEmpty()) {
            spinning.say(drinker.messages().plain(Phrase.BUTTON_OLD));
            return VisitOutcome.ANSWERED;
        }
        if (saysInPassing(tap.get(), shown.get())) {
            return inPassing(tap.get(), shown.get(), drinker, spinning);
        }
        // At once: what follows asks the backend and sends a message, and that the button spins meanwhile helps nobody.
        spinning.say("");
        return inTheChat(tap.get(), shown.get(), drinker, moment);
    }

    private VisitOutcome inPassing(Tap tap, Message message, Drinker drinker, OneMoment.Acknowledgement spinning) {
        try {
            // Where "one moment" was shown instead, the message itself shows what became of it.
            spinning.say(passing(tap, message, drinker));
            return VisitOutcome.ANSWERED;
        } catch (RuntimeException e) {
            Phrase told = Failures.told(e, "a tap");
            if (!spinning.say(drinker.messages().plain(told))) {
                telegram.send(destination(message), Reply.of(drinker.messages().say(told)));
            }
            return Failures.outcome(told);
        }
    }

    private VisitOutcome inTheChat(Tap tap, Message message, Drinker drinker, OneMoment moment) {
        Messages messages = drinker.messages();
        OneMoment.Answer answer =
                moment.forMessage(destination(message), () -> Reply.of(messages.say(Phrase.ONE_MOMENT)));
        try {
            act(tap, message, drinker).ifPresentOrElse(answer::send, answer::drop);
            return VisitOutcome.ANSWERED;
        } catch (RuntimeException e) {
            Phrase told = Failures.told(e, "a tap");
            answer.send(Reply.of(messages.say(told)));
            return Failures.outcome(told);
        }
    }

    /** Whether all that the person is told comes with the end of the spinning. */
    private static boolean saysInPassing(Tap tap, Message message) {
        return switch (tap) {
            case Tap.Watch _, Tap.Unwatch _, Tap.Store _, Tap.Feedback _, Tap.Admit _ -> true;
            case Tap.Browse(Listing listing) ->
                listing.source() == Source.SEARCH && words(message).isEmpty();
            default -> false;
        };
    }

    /** Of the search that a message shows the results of. */
    private static Optional<String> words(Message message) {
        return Optional.ofNullable(message.getText()).flatMap(SearchHeading::words);
    }

    /** Does it, and says what the person is told in passing. */
    private String passing(Tap tap, Message message, Drinker drinker) {
        Messages messages = drinker.messages();
        return switch (tap) {
            case Tap.Watch(String sku) -> {
                Phrase how = watches.begin(sku, drinker);
                buttons.toggle(message, sku, how != Phrase.PRODUCT_UNKNOWN, messages);
                yield messages.plain(how == Phrase.PRODUCT_UNKNOWN ? Phrase.BUTTON_OLD : Phrase.TOAST_WATCHED);
            }
            case Tap.Unwatch(String sku) -> {
                watches.end(sku, drinker);
                buttons.toggle(message, sku, false, messages);
                yield messages.plain(Phrase.TOAST_UNWATCHED);
            }
            case Tap.Store store -> {
                if (!stores.choose(store, drinker)) {
                    yield messages.plain(Phrase.BUTTON_OLD);
                }
                buttons.relabel(message, store);
                yield messages.plain(store.mine() ? Phrase.TOAST_STORE_MINE : Phrase.TOAST_STORE_OTHER);
            }
            case Tap.Feedback feedback -> {
                sommelier.rate(feedback);
                yield messages.plain(Phrase.TOAST_RATED);
            }
            case Tap.Admit(long user, boolean allowed) -> {
                if (!door.isAdmin(drinker.id())) {
                    yield messages.plain(Phrase.BUTTON_OLD);
                }
                telegram.edit(
                        message.getChatId(), message.getMessageId(), access.decide(List.of(user), allowed, drinker));
                yield "";
            }
            default -> messages.plain(Phrase.BUTTON_OLD);
        };
    }

    /** Does it, and returns the message that answers it; empty where the tapped one was changed instead. */
    private Optional<Reply> act(Tap tap, Message message, Drinker drinker) {
        Messages messages = drinker.messages();
        return switch (tap) {
            case Tap.MyStores() -> Optional.of(inChat(message, stores.mine(drinker)));
            case Tap.AddStores() -> Optional.of(inChat(message, StoreAnswers.where(messages)));
            case Tap.Card(String sku) -> Optional.of(cards.of(sku, drinker));
            case Tap.Similar(String sku) -> Optional.of(cards.similar(sku, messages));
            case Tap.Speak(Language language) ->
                Optional.of(WelcomeReply.in(people.speak(drinker, language).messages()));
            case Tap.Browse(Listing listing) -> browse(listing, words(message).orElse(null), message, drinker);
            case Tap.Quiet hours -> edit(message, quiet.choose(hours, drinker));
            case Tap.QuietClock clock -> edit(message, quiet.choose(clock, drinker));
            case Tap.Digest wish -> edit(message, digest.choose(wish, drinker));
            case Tap.Forget(boolean sure) ->
                edit(message, sure ? privacy.forget(drinker) : PrivacyAnswers.keep(messages));
            case Tap.Nothing() -> Optional.empty();
            case Tap.Watch _, Tap.Unwatch _, Tap.Store _, Tap.Feedback _, Tap.Admit _ ->
                throw new IllegalArgumentException(tap + " says what it does in passing");
        };
    }

    private Optional<Reply> browse(Listing listing, @Nullable String words, Message message, Drinker drinker) {
        InlineKeyboardMarkup before = message.getReplyMarkup();
        if (listing.source() == Source.WATCHES) {
            return edit(message, watches.list(listing.page(), drinker));
        }
        if (listing.source() == Source.RANDOM && !listing.again() && before != null) {
            telegram.rebutton(message.getChatId(), message.getMessageId(), catalogue.choose(listing, before, drinker));
            return Optional.empty();
        }
        return edit(message, catalogue.show(listing, listing.source() == Source.SEARCH ? words : null, drinker));
    }

    private static Reply inChat(Message message, Reply reply) {
        return message.isUserMessage() ? reply : reply.forGroup();
    }

    /** Puts another text into the message that was tapped; nothing is left to be sent. */
    private Optional<Reply> edit(Message message, Reply reply) {
        telegram.edit(message.getChatId(), message.getMessageId(), reply);
        return Optional.empty();
    }

    private static Destination destination(Message message) {
        return new Destination(message.getChatId(), message.isTopicMessage() ? message.getMessageThreadId() : null);
    }
}
