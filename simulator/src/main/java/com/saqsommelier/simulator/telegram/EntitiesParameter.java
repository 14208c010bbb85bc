package com.saqsommelier.simulator.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code entities}, the formatting that a bot gives instead of markup.
 *
 * @see <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity</a>
 */
final class EntitiesParameter {

    /** What Telegram finds by itself, and ignores when told. */
    private static final Set<String> FOUND =
            Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "text_mention");

    private EntitiesParameter() {}

    static List<MessageEntity> parse(@Nullable JsonNode entities, int textLength) {
        if (entities == null) {
            return List.of();
        }
        if (!entities.isArray()) {
            throw ApiException.badRequest("expected an Array of MessageEntity");
        }
        List<MessageEntity> parsed = new ArrayList<>();
        for (JsonNode entity : entities) {
            entity(entity, textLength).ifPresent(parsed::add);
        }
        return parsed;
    }

    private static Optional<MessageEntity> entity(JsonNode entity, int textLength) {
        String type = required(entity, "type").asString("");
        int offset = required(entity, "offset").asInt(0);
        int length = required(entity, "length").asInt(0);
        if (offset < 0) {
            throw ApiException.badRequest("receive an entity with incorrect offset " + offset);
        }
        if (length < 0) {
            throw ApiException.badRequest("receive an entity with incorrect length " + length);
        }
        if (offset > textLength) {
            throw ApiException.badRequest("entity begins after the end of the text at UTF-16 offset " + offset);
        }
        if ((long) offset + length > textLength) {
            throw ApiException.badRequest("entity beginning at UTF-16 offset " + offset
                    + " ends after the end of the text at UTF-16 offset " + ((long) offset + length));
        }
        if (FOUND.contains(type) || length == 0) {
            return Optional.empty();
        }
        EntityType known = EntityType.ofWireName(type)
                .orElseThrow(() -> ApiException.badRequest("can't parse MessageEntity: Unsupported type specified"));
        return Optional.of(new MessageEntity(known, offset, length, argument(known, entity)));
    }

    private static @Nullable String argument(EntityType type, JsonNode entity) {
        return switch (type) {
            case TEXT_LINK -> {
                String url = entity.path("url").asString("");
                yield Links.checked(url)
                        .orElseThrow(() -> ApiException.badRequest("entity URL '" + url + "' is invalid: "
                                + Links.complaint(url).orElse("")));
            }
            case PRE ->
                entity.path("language").asString("").isEmpty()
                        ? null
                        : entity.path("language").asString("");
            case CUSTOM_EMOJI -> required(entity, "custom_emoji_id").asString("");
            default -> null;
        };
    }

    private static JsonNode required(JsonNode entity, String field) {
        JsonNode value = entity.get(field);
        if (value == null) {
            throw ApiException.badRequest("can't parse MessageEntity: Can't find field \"" + field + "\"");
        }
        return value;
    }
}
