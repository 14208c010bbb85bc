package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a tool's input from the tool's own schema: an enum's value is there where the question has it as a word. */
final class ToolByRule {

    private static final Pattern MOST =
            Pattern.compile("(?:moins de|under|below|max(?:imum)?|jusqu'a)\\s*\\$?\\s*(\\d+)");
    private static final Pattern LEAST = Pattern.compile("(?:plus de|over|above|at least|au moins)\\s*\\$?\\s*(\\d+)");
    private static final Pattern KNOWLEDGE = Pattern.compile(
            "^\\s*(?:qu'est[- ]ce que?|c'est quoi|pourquoi|explique|what is|what are|what's|why|explain|how do(?:es)?)\\b.*");
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\b(?:meteo|weather|hockey|blague|joke|python|javascript|poeme|poem|bitcoin)\\b");

    /** What else the enums' values are called. */
    private static final Map<String, String> ALSO = Map.of(
            "rouge",
            "red",
            "blanc",
            "white",
            "vin mousseux",
            "sparkling",
            "corse",
            "full-bodied",
            "leger",
            "light",
            "fruite",
            "fruity");

    private ToolByRule() {}

    static ObjectNode fill(JsonNode schema, String question) {
        String plain = plain(question);
        ObjectNode input = Json.object();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            input.set(property.getKey(), value(property.getKey(), property.getValue(), plain));
        }
        return input;
    }

    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('\u2019', '\'');
    }

    private static JsonNode value(String name, JsonNode schema, String plain) {
        if (name.equals("intent")) {
            String intent = ELSEWHERE.matcher(plain).find()
                    ? "off_topic"
                    : KNOWLEDGE.matcher(plain).matches() ? "wine_question" : "recommend";
            return Json.array().add(intent).path(0);
        }
        if (has(schema, "array")) {
            return name.startsWith("excluded") ? Json.array() : found(schema.path("items"), plain);
        }
        if (schema.has("enum")) {
            // A grade: nothing in a question says which, so the one in the middle.
            return schema.path("enum").path(schema.path("enum").size() / 2);
        }
        if (has(schema, "boolean")) {
            // Of what else may be true or false, as whether somebody is a minor, a rule knows nothing.
            boolean stores = name.contains("store")
                    && plain.matches("(?s).*\\b(?:ma succursale|mes succursales|my stores?)\\b.*");
            return Json.array().add(stores).path(0);
        }
        Matcher price = (name.startsWith("min") ? LEAST : MOST).matcher(plain);
        if (name.endsWith("price") && price.find()) {
            return Json.array().add(Integer.parseInt(price.group(1))).path(0);
        }
        return has(schema, "null")
                ? Json.array().addNull().path(0)
                : has(schema, "string")
                        ? Json.array().add("").path(0)
                        : Json.array().add(0).path(0);
    }

    /** The values that the question has, alone or, where the schema wants it, with the words that say so. */
    private static ArrayNode found(JsonNode items, String plain) {
        ArrayNode found = Json.array();
        boolean quoted = has(items, "object");
        JsonNode values = quoted ? items.path("properties").path("value").path("enum") : items.path("enum");
        values.forEach(value -> {
            String name = plain(value.asString(""));
            Stream.of(name, ALSO.getOrDefault(name, name))
                    .filter(word -> Pattern.compile("\\b" + Pattern.quote(word) + "s?\\b")
                            .matcher(plain)
                            .find())
                    .findFirst()
                    .ifPresent(word ->
                            found.add(quoted ? Json.object().put("words", word).set("value", value) : value));
        });
        return found;
    }

    private static boolean has(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? ClaudeRequest.stream(types).anyMatch(each -> each.asString("").equals(type))
                : types.asString("").equals(type);
    }
}
