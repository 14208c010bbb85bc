package com.saqsommelier.bot;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** What can be tapped without knowing anything: the keyboard below the chat and Telegram's list of commands. */
final class Menu {

    private Menu() {}

    /** Stays on the screen until another keyboard replaces it. */
    static ReplyKeyboardMarkup keyboard(Messages messages) {
        return ReplyKeyboardMarkup.builder()
                .keyboardRow(new KeyboardRow(messages.plain(Phrase.BUTTON_SEARCH), messages.plain(Phrase.BUTTON_HELP)))
                .resizeKeyboard(true)
                .isPersistent(true)
                .inputFieldPlaceholder(messages.plain(Phrase.INPUT_PLACEHOLDER))
                .build();
    }

    static List<BotCommand> commands(Messages messages) {
        return List.of(
                new BotCommand("search", messages.plain(Phrase.COMMAND_SEARCH)),
                new BotCommand("help", messages.plain(Phrase.COMMAND_HELP)),
                new BotCommand("start", messages.plain(Phrase.COMMAND_START)));
    }
}
