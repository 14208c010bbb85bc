package com.saqsommelier.simulator.claude;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what the API refuses of tools and their choice.
 *
 * @see <a href="https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools">Define tools</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations">What a
 *     strict schema may hold</a>
 */
final class ToolCheck {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    /** What a schema that steers the sampling cannot express. */
    private static final Set<String> NOT_STRICT = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "maxItems",
            "uniqueItems",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "patternProperties");

    private ToolCheck() {}

    static void check(JsonNode body, ModelRules rules) {
        Set<String> names = new HashSet<>();
        JsonNode tools = body.path("tools");
        for (int i = 0; i < tools.size(); i++) {
            tool("tools." + i, tools.path(i), names);
        }
        choice(body.path("tool_choice"), names, rules);
    }

    private static void tool(String where, JsonNode tool, Set<String> names) {
        String name = tool.path("name").asString("");
        if (!NAME.matcher(name).matches()) {
            throw ApiError.invalid(where + ".name: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'");
        }
        if (!names.add(name)) {
            throw ApiError.invalid("tools: Tool names must be unique.");
        }
        JsonNode schema = tool.path("input_schema");
        if (!schema.path("type").asString("").equals("object")) {
            throw ApiError.invalid(where + ".input_schema.type: Input should be 'object'");
        }
        if (tool.path("strict").asBoolean(false)) {
            strict(where + ".input_schema", schema);
        }
    }

    private static void strict(String where, JsonNode schema) {
        schema.propertyNames().stream().filter(NOT_STRICT::contains).findFirst().ifPresent(keyword -> {
            throw ApiError.invalid(where + ": For '" + schema.path("type").asString("") + "' type, property '" + keyword
                    + "' is not supported");
        });
        boolean object = schema.path("type").asString("").equals("object") || schema.has("properties");
        if (object && !schema.path("additionalProperties").isBoolean()) {
            throw ApiError.invalid(
                    where + ": For 'object' type, 'additionalProperties' must be explicitly set to false");
        }
        if (object && schema.path("additionalProperties").asBoolean(true)) {
            throw ApiError.invalid(where + ": For 'object' type, 'additionalProperties' must be set to false");
        }
        schema.path("required").forEach(required -> {
            if (!schema.path("properties").has(required.asString(""))) {
                throw ApiError.invalid(where + ": required property '" + required.asString("") + "' is not defined");
            }
        });
        schema.path("properties")
                .properties()
                .forEach(property -> strict(where + "." + property.getKey(), property.getValue()));
        if (schema.has("items")) {
            strict(where + ".items", schema.path("items"));
        }
        schema.path("anyOf").forEach(each -> strict(where + ".anyOf", each));
    }

    private static void choice(JsonNode choice, Set<String> names, ModelRules rules) {
        if (choice.isMissingNode()) {
            return;
        }
        String type = choice.path("type").asString("");
        if (!Set.of("auto", "any", "tool", "none").contains(type)) {
            throw ApiError.invalid("tool_choice.type: Input should be 'auto', 'any', 'tool' or 'none'");
        }
        if (names.isEmpty()) {
            throw ApiError.invalid("tool_choice may only be specified while providing tools.");
        }
        if (type.equals("tool") && !names.contains(choice.path("name").asString(""))) {
            throw ApiError.invalid("Tool '" + choice.path("name").asString("") + "' not found in provided tools");
        }
        if ((type.equals("tool") || type.equals("any")) && !rules.forcesTools()) {
            throw ApiError.invalid("tool_choice.type: forced tool use is not supported by this model");
        }
    }
}
