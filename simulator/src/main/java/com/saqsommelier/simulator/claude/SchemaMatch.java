package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether a value is of a schema, for the keywords that a strict schema may have. */
final class SchemaMatch {

    private SchemaMatch() {}

    /** What is wrong with a value; empty when nothing is. */
    static Optional<String> fault(JsonNode schema, JsonNode value, String where) {
        if (schema.has("anyOf")) {
            boolean one = ClaudeRequest.stream(schema.path("anyOf"))
                    .anyMatch(each -> fault(each, value, where).isEmpty());
            return one ? Optional.empty() : Optional.of(where + " is of none of the types");
        }
        if (!isOf(schema.path("type"), value)) {
            return Optional.of(where + " is not of type " + schema.path("type"));
        }
        if (schema.has("enum")
                && ClaudeRequest.stream(schema.path("enum")).noneMatch(value::equals)
                && !value.isNull()) {
            return Optional.of(where + " is " + value + ", which is not in its enum");
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asString(""))) {
                return Optional.of(where + " lacks " + required.asString(""));
            }
        }
        for (var property :
                value.isObject() ? value.properties() : java.util.Set.<java.util.Map.Entry<String, JsonNode>>of()) {
            JsonNode of = schema.path("properties").path(property.getKey());
            if (of.isMissingNode()) {
                return Optional.of(where + " has the unknown " + property.getKey());
            }
            Optional<String> fault = fault(of, property.getValue(), where + "." + property.getKey());
            if (fault.isPresent()) {
                return fault;
            }
        }
        for (JsonNode item : value.isArray() ? value : Json.array()) {
            Optional<String> fault = fault(schema.path("items"), item, where + "[]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return ClaudeRequest.stream(type).anyMatch(each -> isOf(each, value));
        }
        return switch (type.asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
