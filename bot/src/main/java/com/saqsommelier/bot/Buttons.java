package com.saqsommelier.bot;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Rows of buttons under a message. */
final class Buttons {

    private final List<InlineKeyboardRow> rows = new ArrayList<>();

    /** A button that does something. */
    static InlineKeyboardButton tap(String label, Tap tap) {
        return InlineKeyboardButton.builder()
                .text(label)
                .callbackData(tap.data())
                .build();
    }

    /** A button that opens a page. */
    static InlineKeyboardButton open(String label, String address) {
        return InlineKeyboardButton.builder().text(label).url(address).build();
    }

    /** Adds a row, unless it is empty. */
    Buttons row(List<InlineKeyboardButton> buttons) {
        if (!buttons.isEmpty()) {
            rows.add(new InlineKeyboardRow(buttons));
        }
        return this;
    }

    Buttons row(InlineKeyboardButton... buttons) {
        return row(List.of(buttons));
    }

    InlineKeyboardMarkup markup() {
        return new InlineKeyboardMarkup(rows);
    }
}
