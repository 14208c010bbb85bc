package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the chat page asks to be done and to be told, apart from the stream of a chat. */
final class PageRequests {

    private static final long FIRST_GROUP = -1001;

    private final Messenger messenger;
    private final PeopleSide people;
    private final InlineMode inline;
    private final PlannedFailures failures;

    PageRequests(Messenger messenger, PeopleSide people, InlineMode inline, PlannedFailures failures) {
        this.messenger = messenger;
        this.people = people;
        this.inline = inline;
        this.failures = failures;
    }

    /** @throws NoSuchElementException when there is no such person */
    TelegramUser person(long id) {
        return messenger.people().stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no user " + id));
    }

    ArrayNode users() {
        ArrayNode users = Json.array();
        messenger.people().forEach(person -> users.add(person.json()));
        return users;
    }

    /** The chats in which a person is: the one with the bot first, then groups. */
    ArrayNode chatsOf(long user) {
        TelegramUser person = person(user);
        ArrayNode chats = Json.array();
        messenger.locked(() -> {
            messenger.chats().stream().filter(chat -> chat.has(person)).forEach(chat -> chats.add(described(chat)));
            return chats;
        });
        return chats;
    }

    private static ObjectNode described(Chat chat) {
        ObjectNode json = chat.json();
        ArrayNode members = json.putArray("members");
        chat.members().forEach(member -> members.add(member.firstName()));
        return json;
    }

    ObjectNode join(JsonNode body) {
        long id = messenger.people().stream().mapToLong(TelegramUser::id).max().orElse(1000) + 1;
        TelegramUser person = new TelegramUser(
                id,
                body.path("first_name").asString("").strip(),
                text(body, "username").orElse(null),
                text(body, "language_code").orElse(null));
        people.join(person);
        return person.json();
    }

    /** Makes a group of everybody who is there; one more person joins by being named. */
    ObjectNode group(JsonNode body) {
        String title = text(body, "title").orElseThrow(() -> new IllegalArgumentException("a group has a title"));
        long id = messenger.locked(
                () -> messenger.chats().stream().mapToLong(Chat::id).min().orElse(0));
        long next = Math.min(id - 1, FIRST_GROUP);
        messenger.people().forEach(member -> people.openGroup(next, title, member));
        return messenger.locked(() -> described(messenger.known(next)));
    }

    ObjectNode act(long chat, String what, JsonNode body) {
        TelegramUser person = person(body.path("user").asLong(chat));
        if (!messenger.locked(() -> messenger.known(chat).has(person))) {
            throw new NoSuchElementException(person.firstName() + " is not in chat " + chat);
        }
        ObjectNode done = Json.object();
        long message = body.path("message_id").asLong(0);
        return switch (what) {
            case "messages" ->
                done.put(
                        "message_id",
                        people.write(
                                chat,
                                person,
                                body.path("text").asString(""),
                                body.path("reply_to").asLong(0)));
            case "location" -> done.put("message_id", people.send(chat, person, location(body), ""));
            case "sticker" ->
                done.put(
                        "message_id",
                        people.send(chat, person, new Sticker(body.path("emoji").asString("🍷")), ""));
            case "voice" ->
                done.put(
                        "message_id",
                        people.send(chat, person, new Voice(body.path("seconds").asInt(3)), ""));
            case "photo" ->
                done.put(
                        "message_id",
                        people.send(
                                chat, person, new Photo(), body.path("caption").asString("")));
            case "edits" -> {
                people.edit(chat, person, message, body.path("text").asString(""));
                yield done;
            }
            case "forwards" ->
                done.put(
                        "message_id",
                        people.forward(chat, message, body.path("to").asLong(chat), person));
            case "blocked" -> {
                people.block(chat, person, body.path("blocked").asBoolean(false));
                yield done;
            }
            case "taps" ->
                done.put(
                        "callback_query_id",
                        people.tap(
                                chat,
                                person,
                                message,
                                body.path("row").asInt(-1),
                                body.path("column").asInt(-1)));
            case "inline" ->
                done.put(
                        "inline_query_id",
                        inline.ask(
                                chat,
                                person,
                                body.path("query").asString(""),
                                body.path("offset").asString("")));
            case "choices" ->
                done.put(
                        "message_id",
                        inline.choose(
                                chat,
                                person,
                                body.path("inline_query_id").asString(""),
                                body.path("result_id").asString("")));
            default -> throw new NoSuchElementException("nothing to do called " + what);
        };
    }

    /** Plans what goes wrong with the bot's next calls. */
    ArrayNode fail(JsonNode body) {
        String method = text(body, "method").orElse(PlannedFailure.ANY);
        long seconds = Math.clamp(body.path("seconds").asLong(5), 1, 600);
        PlannedFailure failure = switch (body.path("what").asString("")) {
            case "429" ->
                new PlannedFailure.Refusal(
                        method, 429, "Too Many Requests: retry after " + seconds, Duration.ofSeconds(seconds));
            case "403" -> new PlannedFailure.Refusal(method, 403, "Forbidden: bot was blocked by the user", null);
            case "400" -> new PlannedFailure.Refusal(method, 400, "Bad Request: chat not found", null);
            case "500" -> new PlannedFailure.Refusal(method, 500, "Internal Server Error", null);
            case "silence" -> new PlannedFailure.Silence(method, Duration.ofSeconds(seconds));
            case "cut" -> new PlannedFailure.CutAfterAccepting(method);
            default -> throw new IllegalArgumentException("what is one of 400, 403, 429, 500, silence, cut");
        };
        long times = Math.clamp(body.path("times").asLong(1), 1, 1_000);
        for (int time = 0; time < times; time++) {
            failures.add(failure);
        }
        return failures();
    }

    ArrayNode failures() {
        ArrayNode waiting = Json.array();
        List<PlannedFailure> planned = failures.waiting();
        planned.forEach(failure -> waiting.add(failure.json()));
        return waiting;
    }

    ArrayNode failNoMore() {
        failures.clear();
        return failures();
    }

    private static Location location(JsonNode body) {
        return new Location(
                body.path("latitude").asDouble(Double.NaN),
                body.path("longitude").asDouble(Double.NaN));
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field).asString("").strip()).filter(value -> !value.isEmpty());
    }
}
