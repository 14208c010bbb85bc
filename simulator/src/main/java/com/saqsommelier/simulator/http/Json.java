package com.saqsommelier.simulator.http;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper of the stand-ins of JSON APIs. */
public final class Json {

    /** With the library's defaults. */
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An object without a field. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An array without an element. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
