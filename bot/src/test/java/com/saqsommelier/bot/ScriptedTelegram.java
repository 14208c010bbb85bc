package com.saqsommelier.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.LocalServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Bot API server that says what a test tells it to, in particular the errors that the real one says rarely. It checks
 * nothing: what Telegram would refuse is the business of the stand-in in the simulator module.
 */
final class ScriptedTelegram implements AutoCloseable {

    static final String TOKEN = "123456:ABC-def_789";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> USUAL = Map.of(
            "getme",
            "{\"id\":1,\"is_bot\":true,\"first_name\":\"Sommelier\",\"username\":\"SommelierBot\"}",
            "sendmessage",
            "{\"message_id\":9,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":\"x\"}");

    private final LocalServer server;
    private final Map<String, Queue<Answer>> script = new ConcurrentHashMap<>();
    private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();
    private final Queue<JsonNode> commands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lastUpdate = new AtomicInteger();

    private record Answer(int status, String body) {}

    ScriptedTelegram() {
        try {
            server = LocalServer.start(0, this::handle);
        } catch (IOException e) {
            throw new IllegalStateException("No port is free on this machine", e);
        }
    }

    BotSettings settings(Long... allowedUsers) {
        return new BotSettings(TOKEN, server.baseUrl(), Set.of(allowedUsers));
    }

    /** The next call of this method fails once; further failures queue up behind. */
    ScriptedTelegram failing(String method, int status, String description, String parameters) {
        script.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ConcurrentLinkedQueue<>())
                .add(new Answer(
                        status,
                        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",\"parameters\":%s}"
                                .formatted(status, description, parameters)));
        return this;
    }

    /** The next call of this method gets a body that is not Bot API's. */
    ScriptedTelegram answering(String method, int status, String body) {
        script.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ConcurrentLinkedQueue<>())
                .add(new Answer(status, body));
        return this;
    }

    void write(Incoming incoming) {
        updates.add(incoming.json(lastUpdate.incrementAndGet()));
    }

    /** Waits for the bot's next message. */
    JsonNode nextMessage() throws InterruptedException {
        JsonNode message = sent.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("The bot said nothing for 10 seconds");
        }
        return message;
    }

    /** What the bot said by now and no test has read. */
    List<JsonNode> unread() {
        return List.copyOf(sent);
    }

    List<JsonNode> announcedCommands() {
        return List.copyOf(commands);
    }

    private void handle(Exchange exchange) throws IOException {
        String method =
                exchange.path().substring(exchange.path().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        JsonNode body = JSON.readTree(exchange.body());
        Queue<Answer> scripted = script.get(method);
        Answer answer = scripted == null ? null : scripted.poll();
        if (answer != null) {
            exchange.answer(answer.status(), "application/json", answer.body());
            return;
        }
        if (method.equals("sendmessage")) {
            sent.add(body);
        }
        if (method.equals("setmycommands")) {
            commands.add(body);
        }
        String result = method.equals("getupdates") ? "[" + nextUpdate() + "]" : USUAL.getOrDefault(method, "true");
        exchange.answer(200, "application/json", "{\"ok\":true,\"result\":" + result + "}");
    }

    private String nextUpdate() {
        try {
            String update = updates.poll(20, TimeUnit.SECONDS);
            return update == null ? "" : update;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
