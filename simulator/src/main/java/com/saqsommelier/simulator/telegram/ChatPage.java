package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page on which a person chats with the bot, and what it calls.
 *
 * <p>Another site in the same browser can do nothing here: whatever changes something must be JSON, which a browser sends
 * across sites only after asking, and the server must be called by a loopback name.
 */
final class ChatPage {

    private static final Set<String> FILES = Set.of(
            "chat.html",
            "chat.css",
            "sidebar.css",
            "chat.js",
            "state.js",
            "messages.js",
            "composer.js",
            "sidebar.js",
            "rendering.js",
            "words.js");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");
    private static final Pattern CHAT = Pattern.compile("/chat/(?<chat>-?\\d{1,18})/(?<what>[a-z]+)");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Messenger messenger;
    private final PageRequests requests;
    private final PageActions actions;

    /** Tells the events of this run from those of an earlier one on the same port. */
    private final String run = Long.toHexString(ThreadLocalRandom.current().nextLong());

    ChatPage(Messenger messenger, PageRequests requests, PageActions actions) {
        this.messenger = messenger;
        this.requests = requests;
        this.actions = actions;
    }

    void handle(Exchange exchange) throws IOException {
        exchange.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "no-store");
        if (!LOOPBACK.matcher(exchange.header("Host").orElse("")).matches()) {
            complain(exchange, 421, "this server answers to 127.0.0.1 and localhost only");
            return;
        }
        try {
            switch (exchange.method()) {
                case "GET" -> get(exchange);
                case "POST" -> post(exchange);
                default -> complain(exchange, 405, "GET or POST");
            }
        } catch (NoSuchElementException unknown) {
            complain(exchange, 404, String.valueOf(unknown.getMessage()));
        } catch (IllegalArgumentException | JacksonException wrong) {
            complain(exchange, 400, String.valueOf(wrong.getMessage()));
        } catch (IllegalStateException conflict) {
            complain(exchange, 409, String.valueOf(conflict.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void get(Exchange exchange) throws IOException, InterruptedException {
        String file =
                exchange.path().equals("/") ? "chat.html" : exchange.path().substring(1);
        Matcher chat = CHAT.matcher(exchange.path());
        if (FILES.contains(file)) {
            serve(exchange, file);
        } else if (chat.matches() && chat.group("what").equals("events")) {
            long id = Long.parseLong(chat.group("chat"));
            stream(exchange, id, requests.person(user(exchange, id)));
        } else {
            answer(
                    exchange,
                    200,
                    switch (exchange.path()) {
                        case "/users" -> requests.users();
                        case "/chats" -> requests.chatsOf(user(exchange, 0));
                        case "/failures" -> requests.failures();
                        case "/actions" -> actions.json();
                        default -> throw new NoSuchElementException("nothing at " + exchange.path());
                    });
        }
    }

    /** Who looks; in a private chat, whose chat it is unless the page says otherwise. */
    private static long user(Exchange exchange, long otherwise) {
        String user = exchange.query().getOrDefault("user", "" + otherwise);
        if (!user.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("user is not a number");
        }
        return Long.parseLong(user);
    }

    private static void serve(Exchange exchange, String file) throws IOException {
        try (InputStream resource = ChatPage.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IOException("resource " + file + " is missing");
            }
            exchange.with(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'");
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            exchange.answer(200, type + ";charset=utf-8", resource.readAllBytes());
        }
    }

    private void post(Exchange exchange) throws IOException {
        String type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            complain(exchange, 415, "application/json is expected");
            return;
        }
        JsonNode body = Json.MAPPER.readTree(exchange.body());
        Matcher chat = CHAT.matcher(exchange.path());
        if (chat.matches()) {
            answer(exchange, 200, requests.act(Long.parseLong(chat.group("chat")), chat.group("what"), body));
            return;
        }
        switch (exchange.path()) {
            case "/users" -> answer(exchange, 201, requests.join(body));
            case "/groups" -> answer(exchange, 201, requests.group(body));
            case "/failures" -> answer(exchange, 200, requests.fail(body));
            case "/failures/none" -> answer(exchange, 200, requests.failNoMore());
            case "/actions" ->
                answer(exchange, 200, actions.run(body.path("number").asInt(-1)));
            default -> throw new NoSuchElementException("nothing at " + exchange.path());
        }
    }

    /**
     * Streams a chat: first all of it, then what happens; a browser that comes back with the id of the last event it saw gets
     * only what it missed.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
     */
    private void stream(Exchange exchange, long chat, TelegramUser person) throws IOException, InterruptedException {
        if (!messenger.locked(() -> messenger.known(chat).has(person))) {
            throw new NoSuchElementException(person.firstName() + " is not in chat " + chat);
        }
        long seen = lastSeen(exchange);
        try (OutputStream out = exchange.stream(200, "text/event-stream")) {
            if (!messenger.events().remembers(seen)) {
                Messenger.Snapshot snapshot = messenger.snapshot(chat, person.languageCode());
                seen = snapshot.sequence();
                write(out, "snapshot", seen, snapshot.state());
            }
            while (true) {
                List<ChatEvents.Event> events = messenger.events().await(chat, seen, SIGN_OF_LIFE);
                for (ChatEvents.Event event : events) {
                    seen = event.sequence();
                    write(out, event.kind().name().toLowerCase(Locale.ROOT), seen, content(chat, person, event));
                }
                if (events.isEmpty()) {
                    // Without it the server would not learn that the browser went away.
                    out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
            }
        }
    }

    private JsonNode content(long chat, TelegramUser person, ChatEvents.Event event) {
        if (event.kind() != ChatEvents.Kind.COMMANDS) {
            return event.content();
        }
        ObjectNode menu = Json.object();
        menu.set("commands", messenger.commands(chat, person.languageCode()));
        return menu;
    }

    private void write(OutputStream out, String name, long sequence, JsonNode content) throws IOException {
        String event = "id: " + run + "." + sequence + "\nevent: " + name + "\ndata: " + content + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private long lastSeen(Exchange exchange) {
        String id = exchange.header("Last-Event-ID").orElse("");
        return id.matches(Pattern.quote(run) + "\\.\\d{1,18}") ? Long.parseLong(id.substring(run.length() + 1)) : -1;
    }

    private static void answer(Exchange exchange, int status, JsonNode body) throws IOException {
        exchange.answer(status, "application/json", body.toString());
    }

    private static void complain(Exchange exchange, int status, String what) throws IOException {
        answer(exchange, status, Json.object().put("error", what));
    }
}
