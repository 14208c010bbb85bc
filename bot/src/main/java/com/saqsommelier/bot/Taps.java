package com.saqsommelier.bot;

import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.bot.access.AccessAnswers;
import com.saqsommelier.bot.access.PrivacyAnswers;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.catalogue.ProductList;
import com.saqsommelier.bot.catalogue.SearchHeading;
import com.saqsommelier.bot.command.Buttons;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Does what a tapped button says, and tells Telegram that it was understood, so that the button stops to spin. */
final class Taps {

    private final Telegram telegram;
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
     */
    VisitOutcome handle(CallbackQuery query, Drinker drinker, OneMoment.Acknowledgement spinning) {
        Messages messages = drinker.messages();
        // A message that is too old for Telegram has no content any more; an inline message has no chat.
        Optional<Message> shown =
                query.getMessage() instanceof Message message ? Optional.of(message) : Optional.empty();
        Optional<Tap> tap = Optional.ofNullable(query.getData()).flatMap(Tap::of);
        if (tap.isEmpty() || shown.isEmpty()) {
            spinning.say(messages.plain(Phrase.BUTTON_OLD));
            return VisitOutcome.ANSWERED;
        }
        boolean inPassing = saysInPassing(tap.get(), shown.get());
        if (!inPassing) {
            // At once: what follows asks the backend and sends a message, and that the button spins meanwhile helps
            // nobody.
            spinning.say("");
        }
        try {
            String said = act(tap.get(), shown.get(), drinker);
            if (inPassing) {
                spinning.say(said);
            }
            return VisitOutcome.ANSWERED;
        } catch (RuntimeException e) {
            Phrase told = Failures.told(e, "a tap");
            if (inPassing) {
                spinning.say(messages.plain(told));
            } else {
                telegram.send(destination(shown.get()), Reply.of(messages.say(told)));
            }
            return Failures.outcome(told);
        }
    }

    /** Whether all that the person is told comes with the end of the spinning. */
    private static boolean saysInPassing(Tap tap, Message message) {
        return switch (tap) {
            case Tap.Watch ignored -> true;
            case Tap.Unwatch ignored -> true;
            case Tap.Store ignored -> true;
            case Tap.Feedback ignored -> true;
            case Tap.Admit ignored -> true;
            case Tap.Browse(Listing listing) ->
                listing.source() == Source.SEARCH && words(message).isEmpty();
            default -> false;
        };
    }

    /** Of the search that a message shows the results of. */
    private static Optional<String> words(Message message) {
        return Optional.ofNullable(message.getText()).flatMap(SearchHeading::words);
    }

    /** What the person is told in passing; empty where the message itself tells it. */
    private String act(Tap tap, Message message, Drinker drinker) {
        Messages messages = drinker.messages();
        switch (tap) {
            case Tap.Browse(Listing listing) -> {
                Optional<String> words = words(message);
                if (listing.source() == Source.SEARCH && words.isEmpty()) {
                    return messages.plain(Phrase.BUTTON_OLD);
                }
                browse(listing, words.orElse(null), message, drinker);
            }
            case Tap.MyStores() -> telegram.send(destination(message), inChat(message, stores.mine(drinker)));
            case Tap.Card(String sku) -> telegram.send(destination(message), cards.of(sku, drinker));
            case Tap.Similar(String sku) -> telegram.send(destination(message), cards.similar(sku, messages));
            case Tap.Watch(String sku) -> {
                Phrase how = watches.begin(sku, drinker);
                toggle(message, sku, how != Phrase.PRODUCT_UNKNOWN, messages);
                return messages.plain(how == Phrase.PRODUCT_UNKNOWN ? Phrase.BUTTON_OLD : Phrase.TOAST_WATCHED);
            }
            case Tap.Unwatch(String sku) -> {
                watches.end(sku, drinker);
                toggle(message, sku, false, messages);
                return messages.plain(Phrase.TOAST_UNWATCHED);
            }
            case Tap.Store store -> {
                if (!stores.choose(store, drinker)) {
                    return messages.plain(Phrase.BUTTON_OLD);
                }
                relabel(message, store);
                return messages.plain(store.mine() ? Phrase.TOAST_STORE_MINE : Phrase.TOAST_STORE_OTHER);
            }
            case Tap.Speak(Language language) -> {
                Drinker now = people.speak(drinker, language);
                telegram.send(destination(message), WelcomeReply.in(now.messages()));
            }
            case Tap.Feedback feedback -> {
                sommelier.rate(feedback);
                return messages.plain(Phrase.TOAST_RATED);
            }
            case Tap.Quiet hours -> edit(message, quiet.choose(hours, drinker));
            case Tap.QuietClock clock -> edit(message, quiet.choose(clock, drinker));
            case Tap.Digest wish -> edit(message, digest.choose(wish, drinker));
            case Tap.AddStores() -> telegram.send(destination(message), inChat(message, StoreAnswers.where(messages)));
            case Tap.Admit(long user, boolean allowed) -> {
                if (!door.isAdmin(drinker.id())) {
                    return messages.plain(Phrase.BUTTON_OLD);
                }
                edit(message, access.decide(List.of(user), allowed, drinker));
            }
            case Tap.Forget(boolean sure) ->
                edit(message, sure ? privacy.forget(drinker) : PrivacyAnswers.keep(messages));
            case Tap.Nothing() -> {
                // There is nothing to do but to stop the spinning.
            }
        }
        return "";
    }

    private void browse(Listing listing, @Nullable String words, Message message, Drinker drinker) {
        InlineKeyboardMarkup buttons = message.getReplyMarkup();
        if (listing.source() == Source.WATCHES) {
            edit(message, watches.list(listing.page(), drinker));
        } else if (listing.source() == Source.RANDOM && !listing.again() && buttons != null) {
            telegram.rebutton(message.getChatId(), message.getMessageId(), catalogue.choose(listing, buttons, drinker));
        } else {
            edit(message, catalogue.show(listing, listing.source() == Source.SEARCH ? words : null, drinker));
        }
    }

    private static Reply inChat(Message message, Reply reply) {
        return message.isUserMessage() ? reply : reply.forGroup();
    }

    private void edit(Message message, Reply reply) {
        telegram.edit(message.getChatId(), message.getMessageId(), reply);
    }

    /** Turns the button that begins a watch into the one that ends it, or back. */
    private void toggle(Message message, String sku, boolean watched, Messages messages) {
        rebutton(message, (button, tap) -> switch (tap) {
            case Tap.Watch(String own) when own.equals(sku) -> watching(button, sku, watched, messages);
            case Tap.Unwatch(String own) when own.equals(sku) -> watching(button, sku, watched, messages);
            default -> button;
        });
    }

    private static InlineKeyboardButton watching(
            InlineKeyboardButton button, String sku, boolean watched, Messages messages) {
        OptionalInt place = ProductList.placeOf(button);
        return place.isPresent()
                ? ProductList.watching(sku, place.getAsInt(), watched)
                : CardAnswers.watching(sku, watched, messages);
    }

    /** Turns a store that was tapped into one of mine, or back; it stays where it is. */
    private void relabel(Message message, Tap.Store tapped) {
        rebutton(message, (button, tap) -> {
            if (!(tap instanceof Tap.Store store) || !store.id().equals(tapped.id())) {
                return button;
            }
            String name = button.getText().replaceFirst("^[✅➕] ", "");
            return Buttons.tap((tapped.mine() ? "✅ " : "➕ ") + name, new Tap.Store(tapped.id(), !tapped.mine()));
        });
    }

    private interface Change {
        InlineKeyboardButton of(InlineKeyboardButton button, Tap tap);
    }

    private void rebutton(Message message, Change change) {
        InlineKeyboardMarkup before = message.getReplyMarkup();
        if (before == null) {
            return;
        }
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (InlineKeyboardRow row : before.getKeyboard()) {
            rows.add(new InlineKeyboardRow(row.stream()
                    .map(button -> Optional.ofNullable(button.getCallbackData())
                            .flatMap(Tap::of)
                            .map(tap -> change.of(button, tap))
                            .orElse(button))
                    .toList()));
        }
        telegram.rebutton(message.getChatId(), message.getMessageId(), new InlineKeyboardMarkup(rows));
    }

    private static Destination destination(Message message) {
        return new Destination(message.getChatId(), message.isTopicMessage() ? message.getMessageThreadId() : null);
    }
}
