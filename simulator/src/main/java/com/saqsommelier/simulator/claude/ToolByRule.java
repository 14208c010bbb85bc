package com.saqsommelier.simulator.claude;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a tool's input from the tool's own schema: an enum's value is there where the question has it as a word. */
final class ToolByRule {

    private static final Pattern MOST = Pattern.compile("(?:moins de|under|below|max(?:imum)?|jusqu'a)\\s*\\$?\\s*(\\d+)");
    private static final Pattern LEAST = Pattern.compile("(?:plus de|over|above|at least|au moins)\\s*\\$?\\s*(\\d+)");
    private static final Pattern KNOWLEDGE = Pattern.compile(
            "^\\s*(?:qu'est[- ]ce que?|c'est quoi|pourquoi|explique|what is|what are|what's|why|explain|how do(?:es)?)\\b.*");
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\b(?:meteo|weather|hockey|blague|joke|python|javascript|poeme|poem|bitcoin)\\b");

    /** English for what the enums hold in French. */
    private static final Map<String, String> FRENCH = Map.of(
            "red", "rouge", "white", "blanc", "pink", "rose", "sparkling", "vin mousseux", "full-bodied", "corse", "light",
            "leger", "fruity", "fruite");

    private ToolByRule() {}

    static ObjectNode fill(JsonNode schema, String question) {
        String plain = plain(question);
        String french = plain;
        for (Map.Entry<String, String> word : FRENCH.entrySet()) {
            french = french.replace(word.getKey(), word.getValue());
        }
        ObjectNode input = Json.object();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            input.set(property.getKey(), value(property.getKey(), property.getValue(), plain, french));
        }
        return input;
    }

    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('\u2019', '\'');
    }

    private static JsonNode value(String name, JsonNode schema, String plain, String french) {
        if (name.equals("intent")) {
            String intent = ELSEWHERE.matcher(plain).find()
                    ? "off_topic"
                    : KNOWLEDGE.matcher(plain).matches() ? "wine_question" : "recommend";
            return Json.array().add(intent).path(0);
        }
        if (has(schema, "array")) {
            ArrayNode found = Json.array();
            boolean wanted = !name.startsWith("excluded");
            schema.path("items").path("enum").forEach(value -> {
                if (wanted && french.matches("(?s).*\\b" + Pattern.quote(plain(value.asString(""))) + "s?\\b.*")) {
                    found.add(value);
                }
            });
            return found;
        }
        if (has(schema, "boolean")) {
            boolean stores = plain.matches("(?s).*\\b(?:ma succursale|mes succursales|my stores?)\\b.*");
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

    private static boolean has(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? ClaudeRequest.stream(types).anyMatch(each -> each.asString("").equals(type))
                : types.asString("").equals(type);
    }
}
