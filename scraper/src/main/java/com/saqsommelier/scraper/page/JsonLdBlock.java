package com.saqsommelier.scraper.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON-LD script of a page, read as leniently as search engines do: line ends in texts, trailing commas, comments,
 * CDATA marks around it, escaped for HTML, several values in a row.
 */
final class JsonLdBlock {

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(
                            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_JAVA_COMMENTS,
                            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    /** How JSON writes the one character that no text may hold; it means damage, and PostgreSQL cannot store it. */
    private static final String NUL = "\\u0000";

    private static final Pattern OPENING =
            Pattern.compile("\\A[\\s\\uFEFF]*(?:(?://|/\\*)?\\s*(?:<!\\[CDATA\\[|<!--)\\s*(?:\\*/)?\\s*)*+");
    private static final Pattern CLOSING =
            Pattern.compile(";?\\s*(?:(?://|/\\*)?\\s*(?:\\]\\]>|-->)\\s*(?:\\*/)?\\s*)*+;?\\s*\\z");

    /** Where the marks at the end are looked for. */
    private static final int TAIL = 60;

    private static final Pattern FIRST_TYPE = Pattern.compile("\"@type\"\\s*:\\s*\\[?\\s*\"([^\"]*)\"");

    private JsonLdBlock() {}

    /**
     * Reads a script.
     *
     * @throws UnreadablePageException when it is not JSON, or holds a NUL character
     */
    static List<JsonNode> read(String script) throws UnreadablePageException {
        String block = bare(script);
        if (block.startsWith("{&quot;") || block.startsWith("[{&quot;")) {
            block = Parser.unescapeEntities(block, false);
        }
        if (block.contains(NUL)) {
            throw new UnreadablePageException(
                    PageField.JSON_LD, "a JSON-LD block holds a NUL character; the text is damaged");
        }
        try (MappingIterator<JsonNode> values = JSON.readValues(block)) {
            return values.readAll();
        } catch (JacksonException e) {
            throw new UnreadablePageException(
                    PageField.JSON_LD, "a JSON-LD block is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether a script that cannot be read speaks of a product in the first place. */
    static boolean isOfProduct(String script) {
        Matcher type = FIRST_TYPE.matcher(script);
        return type.find() && JsonLd.isType(type.group(1), "Product");
    }

    private static String bare(String script) {
        String opened = OPENING.matcher(script).replaceFirst("");
        int tail = Math.max(0, opened.length() - TAIL);
        return opened.substring(0, tail)
                + CLOSING.matcher(opened.substring(tail)).replaceFirst("");
    }
}
