package com.saqsommelier.bot;

import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.ProductList;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.telegram.Telegram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Changes the buttons under a message where a tap has turned what they offer into its opposite; its text stays. */
final class ShownButtons {

    private final Telegram telegram;

    ShownButtons(Telegram telegram) {
        this.telegram = telegram;
    }

    /** Turns the button that begins a watch into the one that ends it, or back. */
    void toggle(Message message, String sku, boolean watched, Messages messages) {
        rebutton(message, (button, tap) -> switch (tap) {
            case CallbackAction.Watch(String own) when own.equals(sku) -> watching(button, sku, watched, messages);
            case CallbackAction.Unwatch(String own) when own.equals(sku) -> watching(button, sku, watched, messages);
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
    void relabel(Message message, CallbackAction.Store tapped) {
        rebutton(message, (button, tap) -> {
            if (!(tap instanceof CallbackAction.Store store) || !store.id().equals(tapped.id())) {
                return button;
            }
            String name = button.getText().replaceFirst("^[✅➕] ", "");
            return Buttons.tap(
                    (tapped.mine() ? "✅ " : "➕ ") + name, new CallbackAction.Store(tapped.id(), !tapped.mine()));
        });
    }

    private interface Change {
        InlineKeyboardButton of(InlineKeyboardButton button, CallbackAction tap);
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
                            .flatMap(CallbackAction::of)
                            .map(tap -> change.of(button, tap))
                            .orElse(button))
                    .toList()));
        }
        telegram.rebutton(message.getChatId(), message.getMessageId(), new InlineKeyboardMarkup(rows));
    }
}
