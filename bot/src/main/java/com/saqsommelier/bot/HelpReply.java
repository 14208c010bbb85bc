package com.saqsommelier.bot;

import java.util.Map;

/** All that the bot can do, with the menu in case it was lost. */
final class HelpReply {

    private HelpReply() {}

    static Reply in(Messages messages) {
        Html help = messages.say(
                Phrase.HELP,
                Map.of(
                        "search", messages.plain(Phrase.COMMAND_SEARCH),
                        "help", messages.plain(Phrase.COMMAND_HELP),
                        "start", messages.plain(Phrase.COMMAND_START),
                        "online", messages.plain(Phrase.PRODUCT_ONLINE),
                        "notOnline", messages.plain(Phrase.PRODUCT_NOT_ONLINE),
                        "unknown", messages.plain(Phrase.PRODUCT_ONLINE_UNKNOWN)));
        return new Reply(help, Menu.keyboard(messages));
    }
}
