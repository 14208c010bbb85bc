package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.admin.StrangerNotice;
import com.saqsommelier.bot.alert.AlertSender;
import com.saqsommelier.bot.command.CommandParser;
import com.saqsommelier.bot.inline.InlineAnswers;
import com.saqsommelier.bot.menu.CommandMenus;
import com.saqsommelier.bot.telegram.BotApiException;
import com.saqsommelier.bot.telegram.ChatExecutor;
import com.saqsommelier.bot.telegram.Inbox;
import com.saqsommelier.bot.telegram.Polling;
import com.saqsommelier.bot.telegram.SlowAnswerNotice;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.telegram.WebhookReceiver;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * A running bot: asks Telegram for messages and taps, the backend for products, and answers; and tells people what became
 * of what they watch.
 *
 * <p>All its threads are virtual, so they do not keep the process alive; whoever starts it waits.
 */
public final class Bot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    /** What is closed at the end, the first of them first. */
    private final List<AutoCloseable> parts;

    private final Supplier<Optional<String>> problem;

    private Bot(List<AutoCloseable> parts, Supplier<Optional<String>> problem) {
        this.parts = List.copyOf(parts);
        this.problem = problem;
    }

    /**
     * Starts to take updates and returns; Telegram has accepted the token by then, and the webhook where there is one.
     *
     * @param backend called concurrently; it must know the bot by its key
     * @throws BotStartException when Telegram refuses the token or cannot be reached, or the webhook's port is taken
     */
    public static Bot start(BotSettings settings, Contract backend) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        Telegram telegram = Telegram.connect(settings.botApi());
        parts.push(telegram);
        try {
            User me = telegram.me();
            CommandMenus menus = new CommandMenus(telegram, settings.admins());
            menus.announce();
            AccessGate.AllowList allowList = new AccessGate.AllowList(settings.allowedUsers(), settings.admins());
            AccessGate gate = new AccessGate(
                    backend.visits(), allowList, me.getId(), settings.webhook().isEmpty());
            parts.push(gate);
            SlowAnswerNotice moment = new SlowAnswerNotice(telegram);
            parts.push(moment);
            ChatExecutor chats = new ChatExecutor();
            parts.push(chats);
            UpdateHandler reception = new UpdateHandler(
                    new CommandParser(me),
                    new InlineAnswers(backend, me.getUserName()),
                    telegram,
                    gate,
                    new CommandHandler(backend, telegram, gate, menus),
                    new StrangerNotice(allowList, new People(backend), telegram),
                    moment,
                    me.getUserName());
            Inbox inbox =
                    new Inbox(chats, UpdateHandler::chat, reception::mayPass, reception::handle, reception::tooMuch);
            AutoCloseable updates = take(settings, telegram, inbox);
            parts.push(updates);
            LOG.info("The bot @{} listens at {}", me.getUserName(), settings.telegramUrl());
            parts.push(AlertSender.start(backend, telegram, settings.admins()));
            // Behind a webhook nothing is asked of Telegram that could fail.
            Supplier<Optional<String>> problem =
                    updates instanceof Polling polling ? polling::problem : Optional::empty;
            return new Bot(List.copyOf(parts), problem);
        } catch (BotApiException e) {
            close(parts);
            throw new BotStartException(cause(e, settings), e, passes(e));
        } catch (IOException e) {
            close(parts);
            throw new BotStartException(
                    "The webhook cannot listen at "
                            + settings.webhook()
                                    .map(hook -> hook.host() + ":" + hook.port())
                                    .orElse("")
                            + " (" + e.getMessage() + "). Is the port taken, and is the address this machine's?",
                    e,
                    false);
        }
    }

    /** The way in which updates come; it is open before Telegram is told to use it. */
    private static AutoCloseable take(BotSettings settings, Telegram telegram, Inbox inbox)
            throws BotApiException, IOException {
        if (settings.webhook().isEmpty()) {
            telegram.letFetch();
            return Polling.start(settings.botApi(), inbox::accept);
        }
        WebhookReceiver receiver = WebhookReceiver.start(settings.webhook().get(), inbox::take);
        try {
            telegram.bring(settings.webhook().get());
            LOG.info("Telegram brings updates to {}", settings.webhook().get().address());
            return receiver;
        } catch (BotApiException e) {
            receiver.close();
            throw e;
        }
    }

    /** Why Telegram brings no updates; empty while it does. */
    Optional<String> problem() {
        return problem.get();
    }

    /**
     * Stops taking updates, answers those that were received (for 5 seconds at most), and returns. A webhook stays: Telegram
     * keeps for it what comes meanwhile.
     */
    @Override
    public void close() {
        close(parts);
        LOG.info("The bot has stopped");
    }

    private static void close(Iterable<AutoCloseable> parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("A part of the bot did not stop as it should", e);
            }
        }
    }

    /** No answer, too many calls, or a fault of Telegram's: not what somebody has to change first. */
    private static boolean passes(BotApiException e) {
        return e.status() == 0 || e.status() == 429 || e.status() >= 500;
    }

    private static String cause(BotApiException e, BotSettings settings) {
        if (e.status() != 0) {
            // Telegram answers 401 to a token it has revoked and 404 to one that it never gave.
            return e.status() == 401 || e.status() == 404
                    ? "Telegram refuses the bot's token (" + e.answer()
                            + "). Compare it with what BotFather shows for /token."
                    : "Telegram did not let the bot start: " + e.answer();
        }
        Throwable root = e.getCause() == null ? e : e.getCause();
        return "Telegram at " + settings.telegramUrl() + " does not answer (" + root
                + "). Is this machine online, and is the address right?";
    }
}
