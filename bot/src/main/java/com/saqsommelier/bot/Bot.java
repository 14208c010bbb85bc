package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.alert.AlertSender;
import com.saqsommelier.bot.command.CommandParser;
import com.saqsommelier.bot.inline.InlineAnswers;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.menu.Menu;
import com.saqsommelier.bot.person.Visitors;
import com.saqsommelier.bot.telegram.Chats;
import com.saqsommelier.bot.telegram.Polling;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.vocabulary.Language;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A running bot: asks Telegram for messages and taps, the backend for products, and answers; and tells people what became
 * of what they watch.
 *
 * <p>All its threads are virtual, so they do not keep the process alive; whoever starts it waits.
 */
public final class Bot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private final AlertSender alerts;
    private final Polling polling;
    private final Chats chats;
    private final Telegram telegram;

    private Bot(AlertSender alerts, Polling polling, Chats chats, Telegram telegram) {
        this.alerts = alerts;
        this.polling = polling;
        this.chats = chats;
        this.telegram = telegram;
    }

    /**
     * Starts polling and returns; Telegram has accepted the token by then.
     *
     * @param backend called concurrently; it must know the bot by its key
     * @throws BotStartException when Telegram refuses the token or cannot be reached
     */
    public static Bot start(BotSettings settings, Contract backend) {
        Telegram telegram = Telegram.connect(settings.botApi());
        Chats chats = new Chats();
        try {
            User me = telegram.me();
            announceCommands(telegram);
            Conversation conversation = new Conversation(
                    new CommandParser(me),
                    new InlineAnswers(backend, me.getUserName()),
                    backend,
                    telegram,
                    new Visitors(settings.allowedUsers(), InstantSource.system()));
            Polling polling = Polling.start(
                    settings.botApi(),
                    update -> chats.submit(Conversation.chat(update), () -> conversation.handle(update)));
            LOG.info("The bot @{} listens at {}", me.getUserName(), settings.telegramUrl());
            return new Bot(AlertSender.start(backend, telegram, settings.admins()), polling, chats, telegram);
        } catch (TelegramApiException e) {
            chats.close();
            telegram.close();
            throw new BotStartException(cause(e, settings), e);
        }
    }

    /** Stops asking for messages, answers those that were received (for 5 seconds at most), and returns. */
    @Override
    public void close() {
        alerts.close();
        polling.close();
        chats.close();
        telegram.close();
        LOG.info("The bot has stopped");
    }

    /** A bot without a list of commands in Telegram's menu is still a bot; so this is no reason not to start. */
    private static void announceCommands(Telegram telegram) {
        try {
            announce(telegram, Messages.in(Language.FRENCH), null);
            for (Language language : List.of(Language.FRENCH, Language.ENGLISH)) {
                announce(telegram, Messages.in(language), language.code());
            }
        } catch (TelegramApiException e) {
            LOG.warn("Telegram did not take the list of commands; its menu may show an older one", e);
        }
    }

    /** Where a list in the reader's language is missing for a scope, Telegram takes a wider scope's; so each has all. */
    private static void announce(Telegram telegram, Messages messages, @Nullable String language)
            throws TelegramApiException {
        telegram.announce(Menu.commands(messages), new BotCommandScopeDefault(), language);
        telegram.announce(Menu.commands(messages), new BotCommandScopeAllPrivateChats(), language);
        telegram.announce(Menu.groupCommands(messages), new BotCommandScopeAllGroupChats(), language);
    }

    private static String cause(TelegramApiException e, BotSettings settings) {
        if (e instanceof TelegramApiRequestException refused
                && refused.getErrorCode() != null
                && refused.getErrorCode() != 0) {
            int status = refused.getErrorCode();
            // Telegram answers 401 to a token it has revoked and 404 to one that it never gave.
            return status == 401 || status == 404
                    ? "Telegram refuses the bot's token (" + status + " " + refused.getApiResponse()
                            + "). Compare it with what BotFather shows for /token."
                    : "Telegram did not let the bot start: " + status + " " + refused.getApiResponse();
        }
        Throwable root = e.getCause() == null ? e : e.getCause();
        return "Telegram at " + settings.telegramUrl() + " does not answer (" + root
                + "). Is this machine online, and is the address right?";
    }
}
