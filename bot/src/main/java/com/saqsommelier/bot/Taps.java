package com.saqsommelier.bot;

import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.catalogue.SearchHeading;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.menu.WelcomeReply;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.sommelier.SommelierAnswers;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.telegram.Telegram.Destination;
import com.saqsommelier.bot.watch.WatchAnswers;
import com.saqsommelier.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Does what a tapped button says, and tells Telegram at the end, so that the button stops to spin. */
final class Taps {

    private final Telegram telegram;
    private final People people;
    private final CatalogueAnswers catalogue;
    private final CardAnswers cards;
    private final WatchAnswers watches;
    private final StoreAnswers stores;
    private final SommelierAnswers sommelier;

    Taps(
            Telegram telegram,
            People people,
            CatalogueAnswers catalogue,
            CardAnswers cards,
            WatchAnswers watches,
            StoreAnswers stores,
            SommelierAnswers sommelier) {
        this.telegram = telegram;
        this.people = people;
        this.catalogue = catalogue;
        this.cards = cards;
        this.watches = watches;
        this.stores = stores;
        this.sommelier = sommelier;
    }

    void handle(CallbackQuery query, Drinker drinker) {
        Messages messages = drinker.messages();
        // A message that is too old for Telegram has no content any more; an inline message has no chat.
        Optional<Message> shown =
                query.getMessage() instanceof Message message ? Optional.of(message) : Optional.empty();
        Optional<Tap> tap = Optional.ofNullable(query.getData()).flatMap(Tap::of);
        if (tap.isEmpty() || shown.isEmpty()) {
            telegram.acknowledge(query.getId(), messages.plain(Phrase.BUTTON_OLD));
            return;
        }
        telegram.acknowledge(query.getId(), act(tap.get(), shown.get(), drinker));
    }

    /** What the person is told in passing; empty where the message itself tells it. */
    private String act(Tap tap, Message message, Drinker drinker) {
        Messages messages = drinker.messages();
        switch (tap) {
            case Tap.SearchPage(int page) -> {
                Optional<String> words = Optional.ofNullable(message.getText()).flatMap(SearchHeading::words);
                if (words.isEmpty()) {
                    return messages.plain(Phrase.BUTTON_OLD);
                }
                edit(message, catalogue.search(words.get(), page, messages));
            }
            case Tap.NewPage(int page) -> edit(message, catalogue.news(page, messages));
            case Tap.Another() -> edit(message, catalogue.random(drinker));
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
                stores.choose(store, drinker);
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
            case Tap.Nothing() -> {
                // There is nothing to do but to stop the spinning.
            }
        }
        return "";
    }

    private void edit(Message message, Reply reply) {
        telegram.edit(message.getChatId(), message.getMessageId(), reply);
    }

    /** Turns the button that begins a watch into the one that ends it, or back. */
    private void toggle(Message message, String sku, boolean watched, Messages messages) {
        rebutton(message, (button, tap) -> switch (tap) {
            case Tap.Watch(String own) when own.equals(sku) -> CardAnswers.watching(sku, watched, messages);
            case Tap.Unwatch(String own) when own.equals(sku) -> CardAnswers.watching(sku, watched, messages);
            default -> button;
        });
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
