package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A stand-in for Telegram on the loopback interface: a Bot API server for one bot, which refuses what Telegram refuses, and a
 * page on which a person in a browser chats with that bot.
 *
 * <p>What it knows is in memory and bounded: 20,000 chats, 500 messages a chat, 200,000 messages, 50,000 calls, 10,000
 * updates; the oldest is forgotten. Safe for use by several threads.
 *
 * <p>It differs from Telegram where it says so in the description of an error: it reads HTML but no Markdown, knows buttons
 * with data or a URL only, carries out no method that stands in the answer of a webhook, and takes no files.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram Bot API</a>
 */
public final class TelegramSimulator implements AutoCloseable {

    private final Messenger messenger;
    private final PeopleSide people;
    private final InlineMode inline;
    private final PlannedFailures failures = new PlannedFailures();
    private final CallLog calls = new CallLog();
    private final PageActions actions = new PageActions();
    private final Webhook webhook;
    private final LocalServer server;

    private TelegramSimulator(int port, InstantSource clock) throws IOException {
        messenger = new Messenger(clock);
        people = new PeopleSide(messenger);
        inline = new InlineMode(messenger, people);
        people.join(new TelegramUser(1001, "Camille", "camille", "fr"));
        people.join(new TelegramUser(1002, "Alex", "alex", "en"));
        webhook = new Webhook(messenger.updates(), failures, clock);
        BotMethods methods = new BotMethods(messenger, new BotSide(messenger, new RateLimits(clock)), inline, webhook);
        BotApi api = new BotApi(messenger, methods, failures, calls, clock);
        ChatPage page = new ChatPage(messenger, new PageRequests(messenger, people, inline, failures), actions);
        server = LocalServer.start(port, exchange -> {
            if (BotApi.isFor(exchange.path())) {
                api.handle(exchange);
            } else {
                page.handle(exchange);
            }
        });
    }

    /**
     * Starts the stand-in. Two people are there to begin with: Camille (id 1001), whose Telegram is in French, and Alex
     * (1002), in English.
     *
     * @param port 1–65535, or 0 for any free port
     * @throws IOException when the port is taken
     */
    public static TelegramSimulator start(int port) throws IOException {
        return start(port, InstantSource.system());
    }

    /**
     * Starts the stand-in with a clock of one's own, which decides on dates and limits; waiting is in real time.
     *
     * @throws IOException when the port is taken
     */
    public static TelegramSimulator start(int port, InstantSource clock) throws IOException {
        return new TelegramSimulator(port, clock);
    }

    /** The chat page; the Bot API is at {@code /bot<token>/<method>} below it. Without a trailing slash. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** The person's private chat with the bot, made on first use; a known person is renamed to what is given. */
    public Conversation conversation(TelegramUser user) {
        people.join(user);
        return new Conversation(messenger, people, inline, user.id(), user);
    }

    /**
     * A group in which the bot is, seen by one of its members, who joins it; made on first use. The bot is in privacy mode: it is told commands, answers
     * to its messages and what was sent through it.
     *
     * @param id negative, as Telegram's groups have it
     * @throws IllegalArgumentException when the id is not negative
     */
    public Conversation group(long id, String title, TelegramUser member) {
        if (id >= 0) {
            throw new IllegalArgumentException("group id " + id + " is not negative");
        }
        people.join(member);
        people.openGroup(id, title, member);
        return new Conversation(messenger, people, inline, id, member);
    }

    /** Puts a button beside the chats. */
    public void offer(PageAction action) {
        actions.add(action);
    }

    /** Puts a link beside the chats. */
    public void link(String french, String english, URI address) {
        actions.link(french, english, address);
    }

    /** The newest 50,000 calls of the bot, oldest first; getUpdates is recorded when it is answered. */
    public List<CallRecord> calls() {
        return calls.all();
    }

    /** The calls of one method. */
    public List<CallRecord> calls(String method) {
        return calls.all().stream().filter(of(method)).toList();
    }

    /**
     * Waits until a method was called that often.
     *
     * @return the calls of that method, fewer than wanted when they did not come in time
     */
    public List<CallRecord> awaitCalls(String method, int count, Duration limit) throws InterruptedException {
        return calls.await(of(method), count, limit);
    }

    /** Waits for the bot to begin its nth getUpdates call; false when it does not in time. */
    public boolean awaitPolls(long count, Duration limit) throws InterruptedException {
        return messenger.updates().awaitPolls(count, limit);
    }

    /** Refuses the next call of a method; plans for one method are used up in order, one a call. */
    public void failNext(String method, int status, String description) {
        failures.add(new PlannedFailure.Refusal(method, status, description, null));
    }

    /**
     * Refuses the next call of a method and tells the bot to wait.
     *
     * @param retryAfter in whole seconds
     */
    public void failNext(String method, int status, String description, Duration retryAfter) {
        failures.add(new PlannedFailure.Refusal(method, status, description, retryAfter));
    }

    /** Carries out the next call of a method but closes the connection instead of answering. */
    public void cutNext(String method) {
        failures.add(new PlannedFailure.CutAfterAccepting(method));
    }

    /**
     * Leaves the next call of a method without effect and without an answer, and closes the connection after that time.
     *
     * @param time longer than the bot waits for an answer, to be of use
     */
    public void silenceNext(String method, Duration time) {
        failures.add(new PlannedFailure.Silence(method, time));
    }

    /**
     * From now on refuses a share of the calls of a method, without effect, with 500.
     *
     * @param share from 0 to 1
     * @param seed tells which calls
     */
    public void failSome(String method, double share, long seed) {
        failures.addChance(new PlannedFailure.Refusal(method, 500, "Internal Server Error", null), share, seed);
    }

    /** Forgets all planned failures. */
    public void failNoMore() {
        failures.clear();
    }

    /** Brings the next update to the webhook, but takes it for not taken, whatever the answer, so that it comes again. */
    public void loseNextWebhookAnswer() {
        failures.add(new PlannedFailure.CutAfterAccepting(WebhookDelivery.PLANNED));
    }

    /** Stops at once; open long polls and pages are cut. */
    @Override
    public void close() {
        webhook.close();
        server.close();
    }

    private static Predicate<CallRecord> of(String method) {
        return call -> call.method().equalsIgnoreCase(method);
    }
}
