package com.saqsommelier.recommend.claude;

import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tool by which Claude tells what a question asks for. Its schema is strict, so small tables are in it as enums; the
 * long ones are in the prompt, for the API refuses a grammar that grows too large.
 *
 * @see <a href="https://platform.claude.com/docs/en/agents-and-tools/tool-use/strict-tool-use">Strict tool use</a>
 */
final class UnderstandTool {

    static final String NAME = "understand";

    /** The themes that a value can be refused of. */
    static final List<Theme> REFUSABLE =
            List.of(Theme.KIND, Theme.COLOUR, Theme.COUNTRY, Theme.REGION, Theme.GRAPE, Theme.STYLE, Theme.FEATURE);

    private static final JsonMapper JSON = JsonMapper.shared();

    private UnderstandTool() {}

    /** The tool with its schema; always the same. */
    static ClaudeRequest.Tool tool() {
        ObjectNode schema = object();
        add(schema, "intent", choice(List.of("recommend", "wine_question", "off_topic")));
        add(schema, "kinds", quoted(choice(values(Theme.KIND))));
        add(schema, "colours", quoted(choice(values(Theme.COLOUR))));
        add(schema, "countries", quoted(choice(values(Theme.COUNTRY))));
        add(schema, "regions", quoted(type("string")));
        add(schema, "grapes", quoted(type("string")));
        add(schema, "features", quoted(choice(values(Theme.FEATURE))));
        ObjectNode refused = object();
        add(
                refused,
                "theme",
                choice(REFUSABLE.stream()
                        .map(theme -> theme.name().toLowerCase(Locale.ROOT))
                        .toList()));
        add(refused, "value", type("string"));
        add(refused, "words", type("string"));
        add(schema, "excluded", list(refused));
        add(schema, "styles", list(choice(values(Theme.STYLE))));
        add(schema, "food", list(type("string")));
        add(schema, "occasions", list(choice(values(Theme.OCCASION))));
        add(schema, "min_price", orNull("number"));
        add(schema, "max_price", orNull("number"));
        add(schema, "count", orNull("integer"));
        add(schema, "in_my_stores", type("boolean"));
        add(schema, "minor", type("boolean"));
        add(schema, "free_text", type("string"));
        return new ClaudeRequest.Tool(NAME, "Notes what a question to a sommelier asks for.", schema);
    }

    private static List<String> values(Theme theme) {
        return WineVocabulary.bundled().terms(theme).stream().map(Term::french).toList();
    }

    private static ObjectNode object() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        schema.putArray("required");
        return schema;
    }

    private static void add(ObjectNode object, String name, ObjectNode property) {
        ((ObjectNode) object.get("properties")).set(name, property);
        ((ArrayNode) object.get("required")).add(name);
    }

    /** A value with the words of the question that say so. */
    private static ObjectNode quoted(ObjectNode value) {
        ObjectNode item = object();
        add(item, "value", value);
        add(item, "words", type("string"));
        return list(item);
    }

    private static ObjectNode list(ObjectNode item) {
        ObjectNode list = type("array");
        list.set("items", item);
        return list;
    }

    private static ObjectNode type(String name) {
        return JSON.createObjectNode().put("type", name);
    }

    private static ObjectNode orNull(String name) {
        ObjectNode type = JSON.createObjectNode();
        type.putArray("type").add(name).add("null");
        return type;
    }

    private static ObjectNode choice(List<String> values) {
        ObjectNode choice = type("string");
        ArrayNode accepted = choice.putArray("enum");
        values.forEach(accepted::add);
        return choice;
    }
}
