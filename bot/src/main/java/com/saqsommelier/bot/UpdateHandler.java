package com.saqsommelier.bot;

import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.Admission;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.CommandRateLimiter;
import com.saqsommelier.bot.admin.StrangerNotice;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.command.Command;
import com.saqsommelier.bot.command.CommandParser;
import com.saqsommelier.bot.inline.InlineAnswers;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.SeenTexts;
import com.saqsommelier.bot.telegram.SlowAnswerNotice;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.telegram.Telegram.Destination;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Dispatcher of Telegram's updates: parses each message or tap, asks the {@link AccessGate} whether the sender is allowed,
 * passes it to the {@link CommandHandler} or {@link CallbackHandler}, and writes the outcome to the command log. Every
 * admitted sender gets an answer, whatever goes wrong; strangers and senders over the rate limit get few.
 */
final class UpdateHandler {

    private final CommandParser parser;
    private final InlineAnswers inline;
    private final Telegram telegram;
    private final AccessGate gate;
    private final CommandHandler conversation;
    private final StrangerNotice notice;
    private final SlowAnswerNotice moment;
    private final String botName;
    private final SeenTexts seen = new SeenTexts();
    private final CommandRateLimiter throttle = new CommandRateLimiter();

    UpdateHandler(
            CommandParser parser,
            InlineAnswers inline,
            Telegram telegram,
            AccessGate gate,
            CommandHandler conversation,
            StrangerNotice notice,
            SlowAnswerNotice moment,
            String botName) {
        this.parser = parser;
        this.inline = inline;
        this.telegram = telegram;
        this.gate = gate;
        this.conversation = conversation;
        this.notice = notice;
        this.moment = moment;
        this.botName = botName;
    }

    /** The chat whose order matters; updates of other kinds, which are not asked for, share 0. */
    static long chat(Update update) {
        Message message = message(update);
        if (message != null) {
            return message.getChatId();
        }
        if (update.hasInlineQuery()) {
            return update.getInlineQuery().getFrom().getId();
        }
        return update.hasCallbackQuery() && update.getCallbackQuery().getMessage() != null
                ? update.getCallbackQuery().getMessage().getChatId()
                : 0;
    }

    /** A message, or a new version of one; null for other kinds. An edited message is answered anew. */
    private static @Nullable Message message(Update update) {
        return update.hasMessage() ? update.getMessage() : update.getEditedMessage();
    }

    /**
     * Whether an update is to be handled, as far as its person has not asked for too much. It is counted when it comes and
     * not when its turn comes, which Telegram's own limits on answers put off. Returns at once.
     */
    boolean mayPass(Update update) {
        if (update.hasCallbackQuery()) {
            boolean passes =
                    throttle.count(update.getCallbackQuery().getFrom().getId()) == CommandRateLimiter.Verdict.PASS;
            if (!passes) {
                tooMuch(update);
            }
            return passes;
        }
        Message message = message(update);
        if (message == null || message.getFrom() == null || parser.parse(message) instanceof Command.Ignored) {
            return true;
        }
        boolean news = seen.isNews(message);
        if (update.hasEditedMessage() && !(news && message.hasText())) {
            return false;
        }
        CommandRateLimiter.Verdict verdict = throttle.count(message.getFrom().getId());
        if (verdict == CommandRateLimiter.Verdict.SAY) {
            Thread.ofVirtual()
                    .start(() -> telegram.send(destination(message), said(message.getFrom(), Phrase.THROTTLED)));
        }
        return verdict == CommandRateLimiter.Verdict.PASS;
    }

    /** Handles an update; false when another process is at it, so that it has to come again if that one dies. */
    boolean handle(Update update) {
        try (MDC.MDCCloseable logged = MDC.putCloseable(ApiClient.REQUEST_ID, "tg-" + update.getUpdateId())) {
            return handled(update);
        }
    }

    private boolean handled(Update update) {
        if (update.hasCallbackQuery()) {
            return tapped(update.getUpdateId(), update.getCallbackQuery());
        }
        if (update.hasInlineQuery()) {
            return typed(update.getUpdateId(), update.getInlineQuery());
        }
        Message message = message(update);
        return message == null
                || message.getFrom() == null
                || message.getFrom().getIsBot()
                || written(update.getUpdateId(), message);
    }

    /** An update over the rate limit: it is not handled, but its button must stop spinning. */
    void tooMuch(Update update) {
        if (update.hasCallbackQuery()) {
            CallbackQuery query = update.getCallbackQuery();
            Thread.ofVirtual().start(() -> telegram.acknowledge(query.getId(), words(query, Phrase.THROTTLED)));
        }
    }

    private boolean written(int number, Message message) {
        User user = message.getFrom();
        Command command = conversation.inItsThread(parser.parse(message, gate.isAdmin(user.getId())), message);
        if (command instanceof Command.Ignored) {
            return true;
        }
        Destination to = destination(message);
        SlowAnswerNotice.Answer answer = moment.forMessage(to, () -> said(user, Phrase.ONE_MOMENT));
        Admission admission = gate.arrive(new AccessGate.IncomingCommand(number, user, name(command)));
        return switch (admission.entry()) {
            case IN -> {
                if (message.isUserMessage()) {
                    Answered answered = answered(command, admission.chatUser(), answer::show);
                    answer.send(answered.with());
                    yield end(admission, answered.outcome());
                }
                if (!command.isPersonal()) {
                    Answered answered = answered(command, readers(command, message, admission), answer::show);
                    answer.send(answered.with().forGroup());
                    yield end(admission, answered.outcome());
                }
                if (message.getSenderChat() != null) {
                    answer.send(said(user, Phrase.GROUP_ANONYMOUS));
                    yield end(admission, VisitOutcome.ANSWERED);
                }
                Answered answered = answered(command, admission.chatUser(), _ -> {});
                answer.send(aside(admission.chatUser(), answered.with()));
                yield end(admission, answered.outcome());
            }
            case STRANGER -> {
                if (message.getSenderChat() != null) {
                    answer.send(said(user, Phrase.GROUP_ANONYMOUS));
                } else {
                    answer.send(stranger(admission.chatUser()));
                    notice.of(user);
                }
                yield end(admission, VisitOutcome.TURNED_AWAY);
            }
            case TOLD -> {
                answer.drop();
                yield end(admission, VisitOutcome.TURNED_AWAY);
            }
            case UNKNOWN -> {
                answer.send(said(user, Phrase.CATALOGUE_SILENT));
                yield end(admission, VisitOutcome.UNAVAILABLE);
            }
            case REPEATED -> {
                answer.drop();
                yield true;
            }
            case ELSEWHERE -> {
                answer.drop();
                yield false;
            }
        };
    }

    /** The reader of an answer in a group: bottles are shown to all of it, without the stores of the person who asked. */
    private static ChatUser readers(Command command, Message message, Admission admission) {
        return command.showsBottles()
                ? new ChatUser(message.getChatId(), admission.chatUser().messages())
                : admission.chatUser();
    }

    /** Answers in the person's private chat, and returns what the group is told. */
    private Reply aside(ChatUser chatUser, Reply reply) {
        Messages messages = chatUser.messages();
        // Telegram gives the private chat of a person the person's number.
        Telegram.Outcome outcome = telegram.tell(chatUser.id(), reply);
        if (outcome.kind() == DeliveryOutcome.Outcome.SENT || outcome.doubtful()) {
            return Reply.of(messages.say(Phrase.GROUP_ANSWERED_ASIDE));
        }
        return new Reply(
                messages.say(Phrase.GROUP_WRITE_FIRST),
                new Buttons()
                        .row(Buttons.open(messages.plain(Phrase.BUTTON_WRITE_TO_ME), "https://t.me/" + botName))
                        .markup());
    }

    private boolean tapped(int number, CallbackQuery query) {
        User user = query.getFrom();
        SlowAnswerNotice.Acknowledgement tap = moment.forTap(query.getId(), () -> words(query, Phrase.ONE_MOMENT));
        Admission admission = gate.arrive(new AccessGate.IncomingCommand(number, user, name(query)));
        return switch (admission.entry()) {
            case IN -> end(admission, conversation.taps().handle(query, admission.chatUser(), tap, moment));
            case STRANGER -> {
                tap.say("");
                // Telegram gives the private chat of a person the person's number.
                telegram.tell(user.getId(), stranger(admission.chatUser()));
                notice.of(user);
                yield end(admission, VisitOutcome.TURNED_AWAY);
            }
            case TOLD -> {
                tap.say("");
                yield end(admission, VisitOutcome.TURNED_AWAY);
            }
            case UNKNOWN -> {
                tap.say(words(query, Phrase.CATALOGUE_SILENT));
                yield end(admission, VisitOutcome.UNAVAILABLE);
            }
            case REPEATED -> {
                tap.drop();
                yield true;
            }
            case ELSEWHERE -> {
                tap.drop();
                yield false;
            }
        };
    }

    /** Somebody types the bot's name in some chat; Telegram asks with every few letters, so this is not counted as much. */
    private boolean typed(int number, InlineQuery query) {
        Admission admission = gate.arrive(new AccessGate.IncomingCommand(number, query.getFrom(), VisitRequest.INLINE));
        Messages messages = admission.chatUser().messages();
        return switch (admission.entry()) {
            case IN -> {
                try {
                    telegram.offer(inline.answer(query, admission.chatUser()));
                    yield end(admission, VisitOutcome.ANSWERED);
                } catch (RuntimeException e) {
                    Phrase told = Failures.told(e, "an inline query");
                    telegram.offer(InlineAnswers.nothing(query, messages.plain(Phrase.INLINE_SILENT)));
                    yield end(admission, Failures.outcome(told));
                }
            }
            case STRANGER, TOLD -> {
                telegram.offer(InlineAnswers.nothing(query, messages.plain(Phrase.INLINE_STRANGER)));
                yield end(admission, VisitOutcome.TURNED_AWAY);
            }
            case UNKNOWN -> {
                telegram.offer(InlineAnswers.nothing(query, messages.plain(Phrase.INLINE_SILENT)));
                yield end(admission, VisitOutcome.UNAVAILABLE);
            }
            case REPEATED -> true;
            case ELSEWHERE -> false;
        };
    }

    private record Answered(Reply with, VisitOutcome outcome) {}

    private Answered answered(Command command, ChatUser chatUser, Consumer<Reply> chat) {
        try {
            return new Answered(conversation.reply(command, chatUser, chat), VisitOutcome.ANSWERED);
        } catch (RuntimeException e) {
            Phrase told = Failures.told(e, "a message");
            return new Answered(Reply.of(chatUser.messages().say(told)), Failures.outcome(told));
        }
    }

    private boolean end(Admission admission, VisitOutcome outcome) {
        gate.ended(admission, outcome);
        return true;
    }

    private Reply said(User user, Phrase phrase) {
        return Reply.of(gate.chatUser(user).messages().say(phrase));
    }

    private String words(CallbackQuery query, Phrase phrase) {
        return gate.chatUser(query.getFrom()).messages().plain(phrase);
    }

    private static Reply stranger(ChatUser chatUser) {
        Messages messages = chatUser.messages();
        return Reply.of(messages.say(Phrase.STRANGER, Map.of("id", Long.toString(chatUser.id()))));
    }

    /** The command's name as the command log keeps it: the words that people look for are theirs. */
    private static String name(Command command) {
        return name("", command);
    }

    private static String name(CallbackQuery query) {
        return Optional.ofNullable(query.getData())
                .flatMap(CallbackAction::of)
                .map(tap -> name("tap_", tap))
                .orElse("tap_old");
    }

    /** The name of the kind of thing it is: {@code StoresNear} is {@code stores_near}. */
    private static String name(String prefix, Object kind) {
        return prefix
                + kind.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT);
    }

    private static Destination destination(Message message) {
        return new Destination(
                message.getChatId(),
                message.isTopicMessage() ? message.getMessageThreadId() : null,
                message.isUserMessage() ? null : message.getMessageId());
    }
}
