package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The bot's command menus by scope and language. Guarded by the caller.
 *
 * @see <a href="https://core.telegram.org/bots/api#setmycommands">setMyCommands</a>
 * @see <a href="https://core.telegram.org/bots/api#determining-list-of-commands">Determining list of commands</a>
 */
final class CommandMenus {

    private static final int MOST_COMMANDS = 100;
    private static final int MOST_MENUS = 10_000;
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");

    private final Map<Key, ArrayNode> menus = new HashMap<>();

    private record Key(String scope, String language) {}

    void set(Parameters parameters) {
        Key key = key(parameters);
        JsonNode commands = parameters.json("commands", "can't parse commands JSON object");
        if (commands == null || !commands.isArray()) {
            throw ApiException.badRequest("can't parse commands: an Array of BotCommand is expected");
        }
        ArrayNode menu = checked(commands);
        if (menu.isEmpty()) {
            menus.remove(key);
        } else if (menus.size() < MOST_MENUS || menus.containsKey(key)) {
            menus.put(key, menu);
        } else {
            throw ApiException.badRequest("the stand-in keeps at most " + MOST_MENUS + " menus");
        }
    }

    ArrayNode get(Parameters parameters) {
        return menus.getOrDefault(key(parameters), Json.array());
    }

    void delete(Parameters parameters) {
        menus.remove(key(parameters));
    }

    /** The menu that Telegram shows in a chat to a person with that language. */
    ArrayNode shown(long chatId, boolean group, @Nullable String languageCode) {
        String language = languageCode == null ? "" : languageCode.replaceFirst("-.*", "");
        List<String> scopes = List.of("chat/" + chatId, group ? "all_group_chats" : "all_private_chats", "default");
        return scopes.stream()
                .flatMap(scope -> List.of(new Key(scope, language), new Key(scope, "")).stream())
                .map(menus::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Json::array);
    }

    private static ArrayNode checked(JsonNode commands) {
        if (commands.size() > MOST_COMMANDS) {
            throw ApiException.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode menu = Json.array();
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            String name = command.path("command").asString("").replaceFirst("^/", "");
            String description = command.path("description").asString("").strip();
            if (!name.matches("[a-z0-9_]{1,32}")) {
                throw ApiException.badRequest("BOT_COMMAND_INVALID");
            }
            if (description.isEmpty() || description.length() > 256) {
                throw ApiException.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
            if (names.add(name)) {
                menu.addObject().put("command", name).put("description", description);
            }
        }
        return menu;
    }

    /** The chat that the scope names, and whether it means only some of its members; empty for a scope without a chat. */
    static Optional<ScopedChat> chat(Parameters parameters) {
        JsonNode scope = parameters.json("scope", "can't parse BotCommandScope JSON object");
        String type = key(parameters).scope().replaceFirst("/.*", "");
        if (!type.startsWith("chat")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ScopedChat(Long.parseLong(inScope(scope, "chat_id")), !type.equals("chat")));
        } catch (NumberFormatException username) {
            throw ApiException.badRequest("chat not found");
        }
    }

    /** A chat in a scope. */
    record ScopedChat(long id, boolean membersOnly) {}

    private static Key key(Parameters parameters) {
        String language = parameters.text("language_code");
        if (!language.matches("([a-z]{2})?")) {
            throw ApiException.badRequest("invalid language code specified");
        }
        JsonNode scope = parameters.json("scope", "can't parse BotCommandScope JSON object");
        String type = scope == null ? "default" : scope.path("type").asString("");
        if (!SCOPES.contains(type)) {
            throw ApiException.badRequest("can't parse BotCommandScope: Unsupported type specified");
        }
        return switch (type) {
            case "chat", "chat_administrators" -> new Key(type + "/" + inScope(scope, "chat_id"), language);
            case "chat_member" ->
                new Key(type + "/" + inScope(scope, "chat_id") + "/" + inScope(scope, "user_id"), language);
            default -> new Key(type, language);
        };
    }

    private static String inScope(@Nullable JsonNode scope, String field) {
        String value = scope == null ? "" : scope.path(field).asString("");
        if (value.isEmpty()) {
            throw ApiException.badRequest("can't parse BotCommandScope: Can't find field \"" + field + "\"");
        }
        return value;
    }
}
