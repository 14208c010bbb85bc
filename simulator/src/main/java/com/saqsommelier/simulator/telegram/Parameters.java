package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a call, from its query string and from a body in JSON or form encoding; unknown ones are ignored.
 *
 * <p>In a query string or a form everything is text: numbers are written out and objects are JSON in a string. A parameter
 * of the wrong type is refused, which is stricter than Telegram, who takes a number it cannot read for 0.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class Parameters {

    private final ObjectNode values;

    private Parameters(ObjectNode values) {
        this.values = values;
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws ApiException 400 for a body that is none of JSON object, form or empty
     */
    static Parameters of(Exchange exchange) throws IOException {
        ObjectNode values = Json.object();
        exchange.query().forEach(values::put);
        String type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            values.setAll(object(exchange.body()));
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            exchange.form().forEach(values::put);
        } else if (type.startsWith("multipart/")) {
            throw ApiException.badRequest("the stand-in takes no files, and no multipart body");
        }
        return new Parameters(values);
    }

    /** The fields of an object inside a call, read as strictly as the call's own. */
    static Parameters of(JsonNode object) {
        ObjectNode values = Json.object();
        object.properties().forEach(field -> values.set(field.getKey(), field.getValue()));
        return new Parameters(values);
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (body.length == 0) {
                return Json.object();
            }
            if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw ApiException.badRequest("can't parse JSON body: " + malformed.getOriginalMessage());
        }
        throw ApiException.badRequest("can't parse JSON body: an object is expected");
    }

    /** What was sent, for the record: text as it is, everything else as JSON. */
    Map<String, String> asText() {
        Map<String, String> text = new LinkedHashMap<>();
        values.properties()
                .forEach(entry -> text.put(
                        entry.getKey(),
                        entry.getValue().isString()
                                ? entry.getValue().stringValue()
                                : entry.getValue().toString()));
        return text;
    }

    /** The text of a parameter, or an empty text. */
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            throw wrongType(name, "String");
        }
        if (!HtmlEntities.isWellFormed(value.stringValue())) {
            throw ApiException.badRequest("strings must be encoded in UTF-8");
        }
        return value.stringValue();
    }

    /** A whole number, which may come as text. */
    Optional<Long> integer(String name) {
        JsonNode value = value(name);
        if (value == null || (value.isString() && value.stringValue().isEmpty())) {
            return Optional.empty();
        }
        if (value.isIntegralNumber()) {
            return Optional.of(value.longValue());
        }
        try {
            if (value.isString()) {
                return Optional.of(Long.parseLong(value.stringValue()));
            }
        } catch (NumberFormatException notWhole) {
            throw wrongType(name, "Integer");
        }
        throw wrongType(name, "Integer");
    }

    /** A yes or no, which may come as text; no where it is absent. */
    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isString()) {
            return value.stringValue().equalsIgnoreCase("true")
                    || value.stringValue().equals("1");
        }
        throw wrongType(name, "Boolean");
    }

    /**
     * An object or array, which may come as JSON in a text.
     *
     * @param complaint what to say of a text that is no JSON
     */
    @Nullable
    JsonNode json(String name, String complaint) {
        JsonNode value = value(name);
        if (value == null || !value.isString()) {
            return value;
        }
        if (value.stringValue().isBlank()) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(value.stringValue());
        } catch (JacksonException malformed) {
            throw ApiException.badRequest(complaint);
        }
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static ApiException wrongType(String name, String type) {
        return ApiException.badRequest("parameter \"" + name + "\" must be of type " + type);
    }
}
