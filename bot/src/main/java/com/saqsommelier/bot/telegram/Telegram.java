package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.api.DeliveryOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What the bot tells Telegram. Safe for use by several threads; each call blocks its own until Telegram answers. */
public final class Telegram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);

    /** As Bot API spells it; the library's own constant is in lower case. */
    private static final String PARSE_MODE = "HTML";

    private final BotApiClient calls;

    private Telegram(BotApiClient calls) {
        this.calls = calls;
    }

    /** Nothing is called yet. */
    public static Telegram connect(BotApi api) {
        return new Telegram(new BotApiClient(api));
    }

    /** The bot itself. */
    public User me() throws BotApiException {
        return UpdateReader.user(calls.call(new GetMe()))
                .orElseThrow(() -> new BotApiException("Telegram does not say who the bot is", null));
    }

    /**
     * Sets the commands that Telegram's menu offers.
     *
     * @param scope the chats whose menu it is
     * @param language ISO 639-1; null for everyone whose language has no list of its own
     */
    public void announce(List<BotCommand> commands, BotCommandScope scope, @Nullable String language)
            throws BotApiException {
        SetMyCommands method = new SetMyCommands(commands);
        method.setScope(scope);
        if (language != null) {
            method.setLanguageCode(language);
        }
        calls.call(method);
    }

    /** Sends an answer. What goes wrong is logged: there is nobody else to tell. */
    public void send(Destination to, Reply reply) {
        try {
            calls.answer(to.chat(), BotApiClient.Kind.MESSAGE, message(to, reply));
        } catch (BotApiException e) {
            BotApiClient.complain(to.chat(), e);
            Long movedTo = e.migratedTo();
            if (movedTo != null) {
                // Bot API, ResponseParameters: the group became a supergroup between the question and the answer.
                send(new Destination(movedTo, null), reply);
            } else if (to.topic() != null && e.isGone()) {
                send(new Destination(to.chat(), null), reply);
            }
        }
    }

    /** Sends something that may be replaced later; empty where Telegram did not take it. */
    Optional<Integer> post(Destination to, Reply reply) {
        try {
            JsonNode posted = calls.paced(to.chat(), BotApiClient.Kind.MESSAGE, message(to, reply));
            return Optional.of(posted.path("message_id"))
                    .filter(JsonNode::canConvertToInt)
                    .map(JsonNode::intValue);
        } catch (BotApiException e) {
            BotApiClient.complain(to.chat(), e);
            return Optional.empty();
        }
    }

    /** Shows for some seconds that the bot is writing; that it fails is no loss. */
    void write(Destination to) {
        SendChatAction method = new SendChatAction(Long.toString(to.chat()), ActionType.TYPING.toString());
        method.setMessageThreadId(to.topic());
        try {
            calls.call(method);
        } catch (BotApiException e) {
            LOG.debug("Telegram did not show that the bot is writing", e);
        }
    }

    /** Takes a message back; it may be gone already. */
    void delete(long chat, int message) {
        try {
            calls.call(new DeleteMessage(Long.toString(chat), message));
        } catch (BotApiException e) {
            LOG.info("Telegram did not take a message back: {}", e.getMessage());
        }
    }

    /** Has updates brought; from then on none can be fetched. */
    public void bring(WebhookSettings webhook) throws BotApiException {
        calls.call(new SetWebhookCall(webhook, Polling.KINDS));
    }

    /** Lets updates be fetched; from then on none are brought. */
    public void letFetch() throws BotApiException {
        calls.call(new DeleteWebhook());
    }

    /** Sends what nobody asked for, so that somebody must know how it went. */
    public Outcome tell(long chat, Reply reply) {
        return tell(chat, reply, false);
    }

    /**
     * The same.
     *
     * @param silent whether no telephone is to make a sound
     */
    public Outcome tell(long chat, Reply reply, boolean silent) {
        SendMessage method = message(new Destination(chat, null), reply);
        if (silent) {
            method.disableNotification();
        }
        return calls.attempt(chat, BotApiClient.Kind.MESSAGE, method, Instant.MAX);
    }

    /**
     * The same, on time or not at all.
     *
     * @param latest when its turn comes after that it is not sent, and is to be tried later
     */
    public Outcome tell(long chat, Reply reply, Instant latest) {
        return calls.attempt(chat, BotApiClient.Kind.MESSAGE, message(new Destination(chat, null), reply), latest);
    }

    /**
     * Changes what was told, which makes no sound. That it says so already is a success.
     *
     * @param latest when its turn comes after that nothing is changed, and it is to be tried later
     */
    public Outcome correct(long chat, int message, Reply reply, Instant latest) {
        Outcome outcome = calls.attempt(chat, BotApiClient.Kind.EDIT, edited(chat, message, reply), latest);
        return outcome.kind() == DeliveryOutcome.Outcome.SENT ? Outcome.sent(message) : outcome;
    }

    /**
     * Puts another answer in the place of one that was sent. That it is the same already is no error.
     *
     * @return whether it stands there now
     */
    public boolean edit(long chat, int message, Reply reply) {
        return change(chat, edited(chat, message, reply));
    }

    /** Puts other buttons under a message. That they are the same already is no error. */
    public void rebutton(long chat, int message, InlineKeyboardMarkup buttons) {
        change(
                chat,
                EditMessageReplyMarkup.builder()
                        .chatId(chat)
                        .messageId(message)
                        .replyMarkup(buttons)
                        .build());
    }

    /**
     * Lets a tapped button stop to spin.
     *
     * @param words shown in passing, up to 200 characters; nothing is shown where they are empty
     */
    public void acknowledge(String tap, String words) {
        AnswerCallbackQuery method = new AnswerCallbackQuery(tap);
        if (!words.isEmpty()) {
            method.setText(words);
        }
        try {
            calls.call(method);
        } catch (BotApiException e) {
            // Telegram forgets a tap after some minutes; then nothing spins any more.
            LOG.info("Telegram did not take the answer to a tap: {}", e.getMessage());
        }
    }

    /** Answers who types the bot's name in some chat. Whoever typed on does not wait for it any more. */
    public void offer(AnswerInlineQuery answer) {
        try {
            calls.call(answer);
        } catch (BotApiException e) {
            LOG.info("Telegram did not take the answer to an inline query: {}", e.getMessage());
        }
    }

    private boolean change(long chat, BotApiMethod<?> method) {
        try {
            calls.answer(chat, BotApiClient.Kind.EDIT, method);
            return true;
        } catch (BotApiException e) {
            if (e.saysItIsTheSameAlready()) {
                return true;
            }
            BotApiClient.complain(chat, e);
            return false;
        }
    }

    private static EditMessageText edited(long chat, int message, Reply reply) {
        EditMessageText method =
                EditMessageText.builder().text(reply.text().markup()).build();
        method.setChatId(chat);
        method.setMessageId(message);
        method.setParseMode(PARSE_MODE);
        method.setLinkPreviewOptions(preview(reply));
        method.setReplyMarkup(reply.buttons());
        return method;
    }

    private static SendMessage message(Destination to, Reply reply) {
        SendMessage method =
                new SendMessage(Long.toString(to.chat()), reply.text().markup());
        method.setMessageThreadId(to.topic());
        method.setParseMode(PARSE_MODE);
        method.setLinkPreviewOptions(preview(reply));
        method.setReplyMarkup(reply.keyboard());
        if (to.replyTo() != null) {
            // The message may be deleted by then.
            method.setReplyParameters(ReplyParameters.builder()
                    .messageId(to.replyTo())
                    .allowSendingWithoutReply(true)
                    .build());
        }
        return method;
    }

    private static LinkPreviewOptions preview(Reply reply) {
        return LinkPreviewOptions.builder().isDisabled(!reply.preview()).build();
    }

    @Override
    public void close() {
        calls.close();
    }

    /**
     * How it went.
     *
     * @param kind what the backend is told
     * @param retryAfter seconds that Telegram asked to wait; null where it asked for nothing
     * @param messageId the message, as Telegram numbers it; null where there is none, or nobody knows it
     * @param doubtful whether Telegram may have taken it all the same
     * @param movedTo where a group has gone that became a supergroup; null where it has not
     */
    public record Outcome(
            DeliveryOutcome.Outcome kind,
            @Nullable Double retryAfter,
            @Nullable Long messageId,
            boolean doubtful,
            @Nullable Long movedTo) {

        public static final Outcome SENT = new Outcome(DeliveryOutcome.Outcome.SENT, null, null, false, null);
        public static final Outcome RETRY = new Outcome(DeliveryOutcome.Outcome.RETRY, null, null, false, null);
        public static final Outcome DOUBTFUL = new Outcome(DeliveryOutcome.Outcome.RETRY, null, null, true, null);
        public static final Outcome BLOCKED = new Outcome(DeliveryOutcome.Outcome.BLOCKED, null, null, false, null);
        public static final Outcome FAILED = new Outcome(DeliveryOutcome.Outcome.FAILED, null, null, false, null);

        /** Not yet, and not by any fault of the message. */
        public static Outcome later(int seconds) {
            return new Outcome(DeliveryOutcome.Outcome.RETRY, (double) seconds, null, false, null);
        }

        static Outcome moved(long to) {
            return new Outcome(DeliveryOutcome.Outcome.FAILED, null, null, false, to);
        }

        static Outcome sent(long message) {
            return new Outcome(DeliveryOutcome.Outcome.SENT, null, message, false, null);
        }
    }

    /**
     * Where an answer goes.
     *
     * @param topic the forum topic in a group that has them, else null
     * @param replyTo the message in a group that it answers, by which all see whose the answer is; else null
     */
    public record Destination(
            long chat, @Nullable Integer topic, @Nullable Integer replyTo) {

        /** That answers no message in particular. */
        public Destination(long chat, @Nullable Integer topic) {
            this(chat, topic, null);
        }
    }
}
