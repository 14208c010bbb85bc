package com.saqsommelier.bot.menu;

import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import java.util.List;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** What can be tapped without knowing anything: the keyboard below the chat and Telegram's list of commands. */
public final class Menu {

    private Menu() {}

    /** Stays on the screen until another keyboard replaces it. */
    public static ReplyKeyboardMarkup keyboard(Messages messages) {
        return ReplyKeyboardMarkup.builder()
                .keyboardRow(row(messages, Phrase.BUTTON_SEARCH, Phrase.BUTTON_SOMMELIER))
                .keyboardRow(row(messages, Phrase.BUTTON_NEW, Phrase.BUTTON_RANDOM))
                .keyboardRow(row(messages, Phrase.BUTTON_ALERTS, Phrase.BUTTON_STORES))
                .keyboardRow(row(messages, Phrase.BUTTON_LANGUAGE, Phrase.BUTTON_HELP))
                .resizeKeyboard(true)
                .isPersistent(true)
                .inputFieldPlaceholder(messages.plain(Phrase.INPUT_PLACEHOLDER))
                .build();
    }

    private static KeyboardRow row(Messages messages, Phrase left, Phrase right) {
        return new KeyboardRow(messages.plain(left), messages.plain(right));
    }

    /** What makes sense where others read along; what is a person's own stays between them and the bot. */
    public static List<BotCommand> groupCommands(Messages messages) {
        return List.of(
                new BotCommand("search", messages.plain(Phrase.COMMAND_SEARCH)),
                new BotCommand("recommend", messages.plain(Phrase.COMMAND_RECOMMEND)),
                new BotCommand("new", messages.plain(Phrase.COMMAND_NEW)),
                new BotCommand("random", messages.plain(Phrase.COMMAND_RANDOM)),
                new BotCommand("help", messages.plain(Phrase.COMMAND_HELP)));
    }

    /** The commands that Telegram's menu offers, in the order of the menu. */
    public static List<BotCommand> commands(Messages messages) {
        return List.of(
                new BotCommand("search", messages.plain(Phrase.COMMAND_SEARCH)),
                new BotCommand("recommend", messages.plain(Phrase.COMMAND_RECOMMEND)),
                new BotCommand("new", messages.plain(Phrase.COMMAND_NEW)),
                new BotCommand("random", messages.plain(Phrase.COMMAND_RANDOM)),
                new BotCommand("watch", messages.plain(Phrase.COMMAND_WATCH)),
                new BotCommand("unwatch", messages.plain(Phrase.COMMAND_UNWATCH)),
                new BotCommand("alerts", messages.plain(Phrase.COMMAND_ALERTS)),
                new BotCommand("mystores", messages.plain(Phrase.COMMAND_STORES)),
                new BotCommand("quiet", messages.plain(Phrase.COMMAND_QUIET)),
                new BotCommand("digest", messages.plain(Phrase.COMMAND_DIGEST)),
                new BotCommand("language", messages.plain(Phrase.COMMAND_LANGUAGE)),
                new BotCommand("privacy", messages.plain(Phrase.COMMAND_PRIVACY)),
                new BotCommand("forget", messages.plain(Phrase.COMMAND_FORGET)),
                new BotCommand("help", messages.plain(Phrase.COMMAND_HELP)),
                new BotCommand("start", messages.plain(Phrase.COMMAND_START)));
    }

    /** What the menu of an administrator offers: what everybody's does, and what only they may do. */
    public static List<BotCommand> adminCommands(Messages messages) {
        return Stream.concat(
                        commands(messages).stream(),
                        Stream.of(
                                new BotCommand("allow", messages.plain(Phrase.COMMAND_ALLOW)),
                                new BotCommand("deny", messages.plain(Phrase.COMMAND_DENY)),
                                new BotCommand("users", messages.plain(Phrase.COMMAND_USERS)),
                                new BotCommand("audit", messages.plain(Phrase.COMMAND_AUDIT))))
                .toList();
    }
}
