package com.saqsommelier.bot.menu;

import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.telegram.BotApiException;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.vocabulary.Language;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/**
 * Tells Telegram which commands its menu offers: the same to everybody, in French and English and by the kind of chat, and a
 * few more to those who administer the bot, in their own chat.
 */
public final class CommandMenus {

    private static final Logger LOG = LoggerFactory.getLogger(CommandMenus.class);

    private final Telegram telegram;
    private final Set<Long> admins;

    /**
     * The menus of a bot.
     *
     * @param admins by Telegram's numbers
     */
    public CommandMenus(Telegram telegram, Collection<Long> admins) {
        this.telegram = telegram;
        this.admins = Set.copyOf(admins);
    }

    /** Announces all of them. A bot without a menu is still a bot; so that it fails is no reason not to start. */
    public void announce() {
        try {
            announce(Messages.in(Language.FRENCH), null);
            for (Language language : List.of(Language.FRENCH, Language.ENGLISH)) {
                announce(Messages.in(language), language.code());
            }
        } catch (BotApiException e) {
            LOG.warn("Telegram did not take the list of commands; its menu may show an older one", e);
        }
        admins.forEach(this::announceToAdmin);
    }

    /**
     * Announces theirs to a person who begins to talk with the bot, where they administer it: Telegram takes a menu for a
     * chat only once it knows the chat. Returns at once.
     */
    public void greet(long person) {
        if (admins.contains(person)) {
            Thread.ofVirtual().name("commands-of-admin").start(() -> announceToAdmin(person));
        }
    }

    /** Where a list in the reader's language is missing for a scope, Telegram takes a wider scope's; so each has all. */
    private void announce(Messages messages, @Nullable String language) throws BotApiException {
        telegram.announce(Menu.commands(messages), new BotCommandScopeDefault(), language);
        telegram.announce(Menu.commands(messages), new BotCommandScopeAllPrivateChats(), language);
        telegram.announce(Menu.groupCommands(messages), new BotCommandScopeAllGroupChats(), language);
    }

    private void announceToAdmin(long admin) {
        // Telegram gives the private chat of a person the person's number.
        BotCommandScopeChat chat = new BotCommandScopeChat(Long.toString(admin));
        try {
            telegram.announce(Menu.adminCommands(Messages.in(Language.FRENCH)), chat, null);
            for (Language language : List.of(Language.FRENCH, Language.ENGLISH)) {
                telegram.announce(Menu.adminCommands(Messages.in(language)), chat, language.code());
            }
        } catch (BotApiException e) {
            LOG.info(
                    "Telegram did not take the list of commands for administrator {} ({}). Somebody who has not written to"
                            + " the bot yet gets it with /start",
                    admin,
                    e.getMessage());
        }
    }
}
