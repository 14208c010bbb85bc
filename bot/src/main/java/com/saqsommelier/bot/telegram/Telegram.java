package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.saqsommelier.api.DeliveryOutcome;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What the bot tells Telegram. Safe for use by several threads; each call blocks its own until Telegram answers. */
public final class Telegram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_REQUESTS_AT_ONCE = 100;

    /** Bot API, ResponseParameters: an answer is sent again that often after {@code retry_after}. */
    private static final int TRIES = 3;

    private static final int LONGEST_WAIT_SECONDS = 60;

    /** As Bot API spells it; the library's own constant is in lower case. */
    private static final String PARSE_MODE = "HTML";

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Pace pace;

    private Telegram(BotApi api) {
        pace = Pace.of(api);
        Dispatcher dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-call-", 0).factory()));
        dispatcher.setMaxRequests(MOST_REQUESTS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_REQUESTS_AT_ONCE);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(ANSWER_TIMEOUT)
                .build();
        client = new OkHttpTelegramClient(mapper(), http, api.token(), api.telegramUrl());
    }

    /** Nothing is called yet. */
    public static Telegram connect(BotApi api) {
        return new Telegram(api);
    }

    /** The library leaves unset fields of keyboards in as null, which Bot API does not promise to accept. */
    static ObjectMapper mapper() {
        return new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    /** The bot itself. */
    public User me() throws TelegramApiException {
        return call(new GetMe());
    }

    /**
     * Sets the commands that Telegram's menu offers.
     *
     * @param scope the chats whose menu it is
     * @param language ISO 639-1; null for everyone whose language has no list of its own
     */
    public void announce(List<BotCommand> commands, BotCommandScope scope, @Nullable String language)
            throws TelegramApiException {
        SetMyCommands method = new SetMyCommands(commands);
        method.setScope(scope);
        if (language != null) {
            method.setLanguageCode(language);
        }
        call(method);
    }

    /** Sends an answer. What goes wrong is logged: there is nobody else to tell. */
    public void send(Destination to, Reply reply) {
        try {
            answer(to.chat(), Kind.MESSAGE, message(to, reply));
        } catch (TelegramApiException e) {
            complain(to.chat(), e);
        }
    }

    /** Sends something that may be replaced later; empty where Telegram did not take it. */
    Optional<Integer> post(Destination to, Reply reply) {
        try {
            return Optional.of(paced(to.chat(), Kind.MESSAGE, Pace.Urgency.ANSWER, message(to, reply))
                    .getMessageId());
        } catch (TelegramApiException e) {
            complain(to.chat(), e);
            return Optional.empty();
        }
    }

    /** Shows for some seconds that the bot is writing; that it fails is no loss. */
    void write(Destination to) {
        SendChatAction method = new SendChatAction(Long.toString(to.chat()), ActionType.TYPING.toString());
        method.setMessageThreadId(to.topic());
        try {
            call(method);
        } catch (TelegramApiException e) {
            LOG.debug("Telegram did not show that the bot is writing", e);
        }
    }

    /** Takes a message back; it may be gone already. */
    void delete(long chat, int message) {
        try {
            call(new DeleteMessage(Long.toString(chat), message));
        } catch (TelegramApiException e) {
            LOG.info("Telegram did not take a message back: {}", e.getMessage());
        }
    }

    /** Has updates brought; from then on none can be fetched. */
    public void bring(WebhookSettings webhook) throws TelegramApiException {
        call(new BringUpdates(webhook, Polling.KINDS));
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
        return attempt(chat, Kind.MESSAGE, method);
    }

    /** Changes what was told, which makes no sound. That it says so already is a success. */
    public Outcome correct(long chat, int message, Reply reply) {
        Outcome outcome = attempt(chat, Kind.EDIT, edited(chat, message, reply));
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
            call(method);
        } catch (TelegramApiException e) {
            // Telegram forgets a tap after some minutes; then nothing spins any more.
            LOG.info("Telegram did not take the answer to a tap: {}", e.getMessage());
        }
    }

    /** Answers who types the bot's name in some chat. Whoever typed on does not wait for it any more. */
    public void offer(AnswerInlineQuery answer) {
        try {
            call(answer);
        } catch (TelegramApiException e) {
            LOG.info("Telegram did not take the answer to an inline query: {}", e.getMessage());
        }
    }

    private boolean change(long chat, BotApiMethod<Serializable> method) {
        try {
            answer(chat, Kind.EDIT, method);
            return true;
        } catch (TelegramApiException e) {
            if (isTheSameAlready(e)) {
                return true;
            }
            complain(chat, e);
            return false;
        }
    }

    private static boolean isTheSameAlready(TelegramApiException e) {
        return e instanceof TelegramApiRequestException refused
                && refused.getApiResponse() != null
                && refused.getApiResponse().contains("message is not modified");
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
        return method;
    }

    private static LinkPreviewOptions preview(Reply reply) {
        return LinkPreviewOptions.builder().isDisabled(!reply.preview()).build();
    }

    private static void complain(long chat, TelegramApiException e) {
        if (e instanceof TelegramApiRequestException refused
                && Integer.valueOf(403).equals(refused.getErrorCode())) {
            LOG.info("Chat {} does not want to hear from the bot: {}", chat, refused.getApiResponse());
        } else if (e instanceof TelegramApiRequestException) {
            LOG.error("Telegram did not take a message for chat {}", chat, e);
        } else {
            LOG.error("Telegram was not reached with a message for chat {}", chat, e);
        }
    }

    /** What counts how against Telegram's limits. */
    private enum Kind {
        MESSAGE,
        EDIT
    }

    /** Without a turn: for what makes no message. */
    private <T extends Serializable> T call(BotApiMethod<T> method) throws TelegramApiException {
        return client.execute(method);
    }

    private <T extends Serializable> T paced(long chat, Kind kind, Pace.Urgency urgency, BotApiMethod<T> method)
            throws TelegramApiException {
        try (Pace.Turn turn = kind == Kind.EDIT ? pace.edit(chat, urgency) : pace.message(chat, urgency)) {
            return client.execute(method);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelegramApiException("The bot stops; " + method.getMethod() + " was not called", e);
        } catch (TelegramApiRequestException e) {
            int seconds = retryAfter(e);
            if (seconds > 0) {
                pace.refused(chat, seconds);
            }
            throw e;
        }
    }

    /** Tries again where Telegram asks for a pause that somebody who waits can bear. */
    private <T extends Serializable> void answer(long chat, Kind kind, BotApiMethod<T> method)
            throws TelegramApiException {
        for (int tries = 1; ; tries++) {
            try {
                paced(chat, kind, Pace.Urgency.ANSWER, method);
                return;
            } catch (TelegramApiRequestException e) {
                int seconds = retryAfter(e);
                if (seconds == 0 || seconds > LONGEST_WAIT_SECONDS || tries == TRIES) {
                    throw e;
                }
                LOG.warn("Telegram asks to wait {} s before {}", seconds, method.getMethod());
            }
        }
    }

    /** Tries once; whoever knows what became of it tries again. */
    private <T extends Serializable> Outcome attempt(long chat, Kind kind, BotApiMethod<T> method) {
        try {
            T result = paced(chat, kind, Pace.Urgency.ALERT, method);
            return result instanceof Message message ? Outcome.sent(message.getMessageId()) : Outcome.SENT;
        } catch (TelegramApiRequestException e) {
            if (isTheSameAlready(e)) {
                return Outcome.SENT;
            }
            complain(chat, e);
            int status = Objects.requireNonNullElse(e.getErrorCode(), 0);
            return switch (status) {
                case 403 -> Outcome.BLOCKED;
                case 429 -> Outcome.later(Math.max(1, retryAfter(e)));
                case 400 -> Outcome.FAILED;
                // Without a status there was no answer: Telegram may have taken it.
                case 0 -> Outcome.DOUBTFUL;
                default -> Outcome.RETRY;
            };
        } catch (TelegramApiException e) {
            complain(chat, e);
            return neverArrived(e) ? Outcome.RETRY : Outcome.DOUBTFUL;
        }
    }

    private static boolean neverArrived(TelegramApiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** In seconds; 0 where Telegram does not ask to come again. */
    private static int retryAfter(TelegramApiRequestException e) {
        boolean asks = Integer.valueOf(429).equals(e.getErrorCode())
                && e.getParameters() != null
                && e.getParameters().getRetryAfter() != null;
        return asks ? e.getParameters().getRetryAfter() : 0;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /**
     * How it went.
     *
     * @param kind what the backend is told
     * @param retryAfter seconds that Telegram asked to wait; null where it asked for nothing
     * @param messageId the message, as Telegram numbers it; null where there is none, or nobody knows it
     * @param doubtful whether Telegram may have taken it all the same
     */
    public record Outcome(
            DeliveryOutcome.Outcome kind,
            @Nullable Double retryAfter,
            @Nullable Long messageId,
            boolean doubtful) {

        public static final Outcome SENT = new Outcome(DeliveryOutcome.Outcome.SENT, null, null, false);
        public static final Outcome RETRY = new Outcome(DeliveryOutcome.Outcome.RETRY, null, null, false);
        public static final Outcome DOUBTFUL = new Outcome(DeliveryOutcome.Outcome.RETRY, null, null, true);
        public static final Outcome BLOCKED = new Outcome(DeliveryOutcome.Outcome.BLOCKED, null, null, false);
        public static final Outcome FAILED = new Outcome(DeliveryOutcome.Outcome.FAILED, null, null, false);

        /** Not yet, and not by any fault of the message. */
        public static Outcome later(int seconds) {
            return new Outcome(DeliveryOutcome.Outcome.RETRY, (double) seconds, null, false);
        }

        static Outcome sent(long message) {
            return new Outcome(DeliveryOutcome.Outcome.SENT, null, message, false);
        }
    }

    /**
     * Where an answer goes.
     *
     * @param topic the forum topic in a group that has them, else null
     */
    public record Destination(long chat, @Nullable Integer topic) {}
}
