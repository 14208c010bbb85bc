package com.saqsommelier.bot;

import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.access.QuietHoursAnswers;
import com.saqsommelier.bot.admin.AccessAnswers;
import com.saqsommelier.bot.admin.PrivacyAnswers;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.catalogue.SearchHeading;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.command.PriceWish;
import com.saqsommelier.bot.digest.DigestAnswers;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.menu.WelcomeReply;
import com.saqsommelier.bot.sommelier.SommelierAnswers;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.SlowAnswerNotice;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.telegram.Telegram.Destination;
import com.saqsommelier.bot.watch.PriceAlertAnswers;
import com.saqsommelier.bot.watch.WatchAnswers;
import com.saqsommelier.vocabulary.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Handles callback queries: carries out the action of a tapped button and acknowledges it, so that the button stops spinning. */
final class CallbackHandler {

    private final Telegram telegram;
    private final ShownButtons buttons;
    private final People people;
    private final CatalogueAnswers catalogue;
    private final CardAnswers cards;
    private final WatchAnswers watches;
    private final PriceAlertAnswers prices;
    private final StoreAnswers stores;
    private final SommelierAnswers sommelier;
    private final QuietHoursAnswers quiet;
    private final DigestAnswers digest;
    private final AccessAnswers access;
    private final PrivacyAnswers privacy;
    private final AccessGate gate;

    CallbackHandler(
            Telegram telegram,
            People people,
            CatalogueAnswers catalogue,
            CardAnswers cards,
            WatchAnswers watches,
            PriceAlertAnswers prices,
            StoreAnswers stores,
            SommelierAnswers sommelier,
            QuietHoursAnswers quiet,
            DigestAnswers digest,
            AccessAnswers access,
            PrivacyAnswers privacy,
            AccessGate gate) {
        this.telegram = telegram;
        this.buttons = new ShownButtons(telegram);
        this.people = people;
        this.catalogue = catalogue;
        this.cards = cards;
        this.watches = watches;
        this.prices = prices;
        this.stores = stores;
        this.sommelier = sommelier;
        this.quiet = quiet;
        this.digest = digest;
        this.access = access;
        this.privacy = privacy;
        this.gate = gate;
    }

    /**
     * Does it, whatever happens.
     *
     * @param spinning is told that the tap was understood
     * @param moment keeps the person company where it takes long
     */
    VisitOutcome handle(
            CallbackQuery query,
            ChatUser chatUser,
            SlowAnswerNotice.Acknowledgement spinning,
            SlowAnswerNotice moment) {
        // A message that is too old for Telegram has no content any more; an inline message has no chat.
        Optional<Message> shown =
                query.getMessage() instanceof Message message ? Optional.of(message) : Optional.empty();
        Optional<CallbackAction> tap = Optional.ofNullable(query.getData()).flatMap(CallbackAction::of);
        if (tap.isEmpty() || shown.isEmpty()) {
            spinning.say(chatUser.messages().plain(Phrase.BUTTON_OLD));
            return VisitOutcome.ANSWERED;
        }
        Optional<Phrase> refusal =
                shown.get().isUserMessage() ? Optional.empty() : inGroup(tap.get(), shown.get(), query);
        if (refusal.isPresent()) {
            spinning.say(chatUser.messages().plain(refusal.get()));
            return VisitOutcome.ANSWERED;
        }
        if (saysInPassing(tap.get(), shown.get())) {
            return inPassing(tap.get(), shown.get(), chatUser, spinning);
        }
        // At once: what follows asks the backend and sends a message, and that the button spins meanwhile helps nobody.
        spinning.say("");
        // A group's messages are shown to all of it, without the stores of the person who tapped.
        ChatUser readers = shown.get().isUserMessage()
                ? chatUser
                : new ChatUser(shown.get().getChatId(), chatUser.messages());
        return inTheChat(tap.get(), shown.get(), readers, moment);
    }

    /** Why a tap in a group does nothing: it is about what is somebody's own, or the list is another's to turn. */
    private static Optional<Phrase> inGroup(CallbackAction tap, Message message, CallbackQuery query) {
        if (tap.isPersonal()) {
            return Optional.of(Phrase.TOAST_IN_PRIVATE);
        }
        Message asked = message.getReplyToMessage();
        boolean anothers = asked != null
                && asked.getSenderChat() == null
                && asked.getFrom() != null
                && !asked.getFrom().getId().equals(query.getFrom().getId());
        return tap instanceof CallbackAction.Browse && anothers
                ? Optional.of(Phrase.TOAST_LIST_OF_ANOTHER)
                : Optional.empty();
    }

    private VisitOutcome inPassing(
            CallbackAction tap, Message message, ChatUser chatUser, SlowAnswerNotice.Acknowledgement spinning) {
        try {
            // Where "one moment" was shown instead, the message itself shows what became of it.
            spinning.say(passing(tap, message, chatUser));
            return VisitOutcome.ANSWERED;
        } catch (RuntimeException e) {
            Phrase told = Failures.told(e, "a tap");
            if (!spinning.say(chatUser.messages().plain(told))) {
                telegram.send(destination(message), Reply.of(chatUser.messages().say(told)));
            }
            return Failures.outcome(told);
        }
    }

    private VisitOutcome inTheChat(CallbackAction tap, Message message, ChatUser chatUser, SlowAnswerNotice moment) {
        Messages messages = chatUser.messages();
        SlowAnswerNotice.Answer answer =
                moment.forMessage(destination(message), () -> Reply.of(messages.say(Phrase.ONE_MOMENT)));
        try {
            act(tap, message, chatUser).ifPresentOrElse(answer::send, answer::drop);
            return VisitOutcome.ANSWERED;
        } catch (RuntimeException e) {
            Phrase told = Failures.told(e, "a tap");
            answer.send(Reply.of(messages.say(told)));
            return Failures.outcome(told);
        }
    }

    /** Whether all that the person is told comes with the end of the spinning. */
    private static boolean saysInPassing(CallbackAction tap, Message message) {
        return switch (tap) {
            case CallbackAction.Watch _,
                    CallbackAction.Unwatch _,
                    CallbackAction.Store _,
                    CallbackAction.Feedback _,
                    CallbackAction.Admit _ -> true;
            case CallbackAction.Browse(Listing listing) ->
                listing.source() == Source.SEARCH && words(message).isEmpty();
            default -> false;
        };
    }

    /** Of the search that a message shows the results of. */
    private static Optional<String> words(Message message) {
        return Optional.ofNullable(message.getText()).flatMap(SearchHeading::words);
    }

    /** Does it, and says what the person is told in passing. */
    private String passing(CallbackAction tap, Message message, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        return switch (tap) {
            case CallbackAction.Watch(String sku) -> {
                Phrase how = watches.begin(sku, chatUser);
                toggle(message, sku, how != Phrase.PRODUCT_UNKNOWN, messages);
                yield messages.plain(how == Phrase.PRODUCT_UNKNOWN ? Phrase.BUTTON_OLD : Phrase.TOAST_WATCHED);
            }
            case CallbackAction.Unwatch(String sku) -> {
                watches.end(sku, chatUser);
                toggle(message, sku, false, messages);
                yield messages.plain(Phrase.TOAST_UNWATCHED);
            }
            case CallbackAction.Store store -> {
                if (!stores.choose(store, chatUser)) {
                    yield messages.plain(Phrase.BUTTON_OLD);
                }
                buttons.relabel(message, store);
                yield messages.plain(store.mine() ? Phrase.TOAST_STORE_MINE : Phrase.TOAST_STORE_OTHER);
            }
            case CallbackAction.Feedback feedback -> {
                sommelier.rate(feedback);
                yield messages.plain(Phrase.TOAST_RATED);
            }
            case CallbackAction.Admit(long user, boolean allowed) -> {
                if (!gate.isAdmin(chatUser.id())) {
                    yield messages.plain(Phrase.BUTTON_OLD);
                }
                telegram.edit(
                        message.getChatId(),
                        message.getMessageId(),
                        access.decide(List.of(user), allowed, Optional.empty(), chatUser));
                yield "";
            }
            default -> messages.plain(Phrase.BUTTON_OLD);
        };
    }

    /** In a group the buttons are everybody's, and what one person watches changes none of them. */
    private void toggle(Message message, String sku, boolean watched, Messages messages) {
        if (message.isUserMessage()) {
            buttons.toggle(message, sku, watched, messages);
        }
    }

    /** Does it, and returns the message that answers it; empty where the tapped one was changed instead. */
    private Optional<Reply> act(CallbackAction tap, Message message, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        return switch (tap) {
            case CallbackAction.MyStores() -> Optional.of(inChat(message, stores.mine(chatUser)));
            case CallbackAction.AddStores() -> Optional.of(inChat(message, StoreAnswers.where(messages)));
            case CallbackAction.StoresIn(String place, int page) -> edit(message, stores.in(place, page, chatUser));
            case CallbackAction.Card(String sku) -> Optional.of(cards.of(sku, chatUser));
            case CallbackAction.PriceChoice(String sku) -> Optional.of(prices.choice(sku, chatUser));
            case CallbackAction.SetPrice(String sku, PriceWish wish) -> edit(message, prices.set(sku, wish, chatUser));
            case CallbackAction.Similar(String sku) -> Optional.of(cards.similar(sku, messages));
            case CallbackAction.Speak(Language language) ->
                Optional.of(WelcomeReply.in(people.speak(chatUser, language).messages()));
            case CallbackAction.Browse(Listing listing) ->
                browse(listing, words(message).orElse(null), message, chatUser);
            case CallbackAction.Quiet hours -> edit(message, quiet.choose(hours, chatUser));
            case CallbackAction.QuietClock clock -> edit(message, quiet.choose(clock, chatUser));
            case CallbackAction.Digest wish -> edit(message, digest.choose(wish, chatUser));
            case CallbackAction.Forget(boolean sure) ->
                edit(message, sure ? privacy.forget(chatUser) : PrivacyAnswers.keep(messages));
            case CallbackAction.AskSommelier(String asked) ->
                Optional.of(inChat(message, sommelier.recommend(asked, Optional.empty(), chatUser, reply -> {})));
            case CallbackAction.SearchFor(String words) ->
                Optional.of(inChat(message, catalogue.search(words, chatUser)));
            case CallbackAction.Nothing() -> Optional.empty();
            case CallbackAction.Watch _,
                    CallbackAction.Unwatch _,
                    CallbackAction.Store _,
                    CallbackAction.Feedback _,
                    CallbackAction.Admit _ -> throw new IllegalArgumentException(tap + " says what it does in passing");
        };
    }

    private Optional<Reply> browse(Listing listing, @Nullable String words, Message message, ChatUser chatUser) {
        InlineKeyboardMarkup before = message.getReplyMarkup();
        if (listing.source() == Source.WATCHES) {
            return edit(message, watches.list(listing.page(), chatUser));
        }
        if (listing.source() == Source.RANDOM && !listing.again() && before != null) {
            telegram.rebutton(message.getChatId(), message.getMessageId(), catalogue.choose(listing, before, chatUser));
            return Optional.empty();
        }
        return edit(message, catalogue.show(listing, listing.source() == Source.SEARCH ? words : null, chatUser));
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
