package com.saqsommelier.bot;

import java.util.Map;

/** All that the bot can do, with the menu in case it was lost. */
final class HelpReply {

    private HelpReply() {}

    private static Html commands(Messages messages) {
        return Menu.commands(messages).stream()
                .map(command -> messages.say(
                        Phrase.HELP_COMMAND, Map.of("command", command.getCommand(), "does", command.getDescription())))
                .reduce((one, next) -> one.plus("\n").plus(next))
                .orElseThrow();
    }

    static Reply in(Messages messages) {
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
