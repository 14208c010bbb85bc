package com.saqsommelier.bot.menu;

import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.Map;

/** All that the bot can do, with the menu in case it was lost. */
public final class HelpReply {

    private HelpReply() {}

    private static Html commands(Messages messages) {
        return Menu.commands(messages).stream()
                .map(command -> messages.say(
                        Phrase.HELP_COMMAND, Map.of("command", command.getCommand(), "does", command.getDescription())))
                .reduce((one, next) -> one.plus("\n").plus(next))
                .orElseThrow();
    }

    /** The help in a language. */
    public static Reply in(Messages messages) {
        Html help = messages.say(
                Phrase.HELP,
                Map.of(
                        "commands", commands(messages),
                        "online", messages.plain(Phrase.PRODUCT_ONLINE),
                        "notOnline", messages.plain(Phrase.PRODUCT_NOT_ONLINE),
                        "unknown", messages.plain(Phrase.PRODUCT_ONLINE_UNKNOWN)));
        return new Reply(help, Menu.keyboard(messages));
    }
}
