package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/** A text and its formatting; entities are ordered by offset, outer before inner. */
record FormattedText(String text, List<MessageEntity> entities) {

    private static final Comparator<MessageEntity> OUTER_FIRST = Comparator.comparingInt(MessageEntity::offset)
            .thenComparing(Comparator.comparingInt(MessageEntity::length).reversed())
            .thenComparing(entity -> !entity.type().isVerbatim())
            .thenComparing(MessageEntity::type);

    /** What Telegram finds in any text by itself; of its many kinds, the two that matter to a bot. */
    private static final Pattern FOUND =
            Pattern.compile("(?<command>(?<![\\w/<>])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/]))"
                    + "|(?<url>(?<!\\w)https?://[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]»])");

    FormattedText {
        List<MessageEntity> sorted = new ArrayList<>(entities);
        sorted.sort(OUTER_FIRST);
        entities = List.copyOf(sorted);
    }

    static FormattedText plain(String text) {
        return new FormattedText(text, List.of());
    }

    /**
     * What Telegram keeps of a text: without blanks at its end, without blanks before its first entity, without
     * formatting inside code.
     */
    FormattedText fixed() {
        int firstEntity =
                entities.isEmpty() ? text.length() : entities.getFirst().offset();
        int start = 0;
        while (start < firstEntity && isBlank(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        List<MessageEntity> kept = new ArrayList<>();
        for (MessageEntity entity : entities) {
            int length = Math.min(entity.end(), end) - entity.offset();
            if (length > 0 && kept.stream().noneMatch(outer -> covers(outer, entity))) {
                kept.add(new MessageEntity(entity.type(), entity.offset(), length, entity.argument()));
            }
        }
        int removed = start;
        kept.replaceAll(entity ->
                new MessageEntity(entity.type(), entity.offset() - removed, entity.length(), entity.argument()));
        return new FormattedText(text.substring(start, end), kept);
    }

    /** Adds links and commands that stand in the text, where nothing else is. */
    FormattedText withFoundEntities() {
        List<MessageEntity> all = new ArrayList<>(entities);
        Matcher matcher = FOUND.matcher(text);
        while (matcher.find()) {
            EntityType type = matcher.group("command") == null ? EntityType.URL : EntityType.BOT_COMMAND;
            MessageEntity found = new MessageEntity(type, matcher.start(), matcher.end() - matcher.start(), null);
            if (entities.stream().noneMatch(entity -> forbidsFindingIn(entity) && overlap(entity, found))) {
                all.add(found);
            }
        }
        return new FormattedText(text, all);
    }

    /** The first address that the text shows or hides behind words. */
    Optional<String> firstLink() {
        return entities.stream()
                .filter(entity -> entity.type() == EntityType.TEXT_LINK || entity.type() == EntityType.URL)
                .findFirst()
                .map(entity ->
                        entity.argument() == null ? text.substring(entity.offset(), entity.end()) : entity.argument());
    }

    ArrayNode entitiesJson() {
        ArrayNode array = Json.array();
        entities.forEach(entity -> array.add(entity.json()));
        return array;
    }

    private static boolean covers(MessageEntity outer, MessageEntity inner) {
        return outer.type().isVerbatim() && inner.offset() >= outer.offset() && inner.offset() < outer.end();
    }

    private static boolean forbidsFindingIn(MessageEntity entity) {
        return entity.type().isVerbatim()
                || entity.type() == EntityType.TEXT_LINK
                || entity.type() == EntityType.URL
                || entity.type() == EntityType.BOT_COMMAND;
    }

    private static boolean overlap(MessageEntity one, MessageEntity other) {
        return one.offset() < other.end() && other.offset() < one.end();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
