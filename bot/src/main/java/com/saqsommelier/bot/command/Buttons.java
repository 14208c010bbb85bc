package com.saqsommelier.bot.command;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Rows of buttons under a message. */
public final class Buttons {

    private final List<InlineKeyboardRow> rows = new ArrayList<>();

    /** A button that does something. */
    public static InlineKeyboardButton tap(String label, CallbackAction tap) {
        return InlineKeyboardButton.builder()
                .text(label)
                .callbackData(tap.data())
                .build();
    }

    /** A button that opens a page. */
    public static InlineKeyboardButton open(String label, String address) {
        return InlineKeyboardButton.builder().text(label).url(address).build();
    }

    /** Adds a row, unless it is empty. */
    public Buttons row(List<InlineKeyboardButton> buttons) {
        if (!buttons.isEmpty()) {
            rows.add(new InlineKeyboardRow(buttons));
        }
        return this;
    }

    /** Adds a row. */
    public Buttons row(InlineKeyboardButton... buttons) {
        return row(List.of(buttons));
    }

    /** The rows as Telegram takes them. */
    public InlineKeyboardMarkup markup() {
        return new InlineKeyboardMarkup(rows);
    }
}
