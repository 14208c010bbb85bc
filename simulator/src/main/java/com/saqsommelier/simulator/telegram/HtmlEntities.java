package com.saqsommelier.simulator.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's parse mode HTML, with its errors in its own words; an offset in an error counts UTF-8 bytes of the marked-up
 * text, one in an entity UTF-16 code units of the plain text.
 *
 * <p>It follows what Telegram does where that differs from the
 * <a href="https://core.telegram.org/bots/api#html-style">documentation</a>: an unknown named entity such as
 * that of a guillemet stays as it is, an entity needs no semicolon, and {@code </>} closes the innermost tag.
 */
final class HtmlEntities {

    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "span",
            "pre",
            "code",
            "blockquote");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    private static final char END = '\0';

    private final String markup;
    private final StringBuilder text = new StringBuilder();
    private final List<MessageEntity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private record Open(String tag, int offset, Map<String, String> attributes) {}

    private HtmlEntities(String markup) {
        this.markup = markup;
    }

    /**
     * Parses marked-up text.
     *
     * @throws ApiException 400 {@code can't parse entities: …}
     */
    static FormattedText parse(String markup) {
        return new HtmlEntities(markup).parse();
    }

    /** Whether every surrogate has its other half, so that the text can be written in UTF-8. */
    static boolean isWellFormed(CharSequence text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private FormattedText parse() {
        while (at < markup.length()) {
            char c = peek();
            if (c == '&') {
                String decoded = decodeEntity();
                if (decoded != null) {
                    text.append(decoded);
                    continue;
                }
            }
            if (c != '<') {
                text.append(c);
                at++;
            } else if (at + 1 < markup.length() && markup.charAt(at + 1) == '/') {
                endTag();
            } else {
                startTag();
            }
        }
        Open unclosed = open.peek();
        if (unclosed != null) {
            throw error("Can't find end tag corresponding to start tag \"" + unclosed.tag() + "\"");
        }
        if (!isWellFormed(text)) {
            throw error("Text contains invalid Unicode characters after decoding HTML entities, "
                    + "check for unmatched surrogate code units");
        }
        return new FormattedText(text.toString(), entities);
    }

    private void startTag() {
        int begin = at++;
        while (!isSpace(peek()) && peek() != '>') {
            at++;
        }
        if (atEnd()) {
            throw error("Unclosed start tag at byte offset " + bytesBefore(begin));
        }
        String tag = lower(begin + 1);
        if (!TAGS.contains(tag)) {
            throw error("Unsupported start tag \"" + tag + "\" at byte offset " + bytesBefore(begin));
        }
        Map<String, String> attributes = new HashMap<>();
        skipSpaces();
        while (peek() != '>' || atEnd()) {
            attribute(tag, begin, attributes);
            skipSpaces();
        }
        at++;
        if (tag.equals("span") && !"tg-spoiler".equals(attributes.get("class"))) {
            throw error("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytesBefore(begin));
        }
        open.push(new Open(tag, text.length(), attributes));
    }

    private void attribute(String tag, int begin, Map<String, String> attributes) {
        int nameBegin = at;
        while (!isSpace(peek()) && peek() != '=' && peek() != '>') {
            at++;
        }
        String name = markup.substring(nameBegin, at);
        if (atEnd()) {
            throw error("Unclosed start tag at byte offset " + bytesBefore(begin));
        }
        if (name.isEmpty()) {
            throw error("Empty attribute name in the tag \"" + tag + "\" at byte offset " + bytesBefore(begin));
        }
        skipSpaces();
        if (peek() != '=') {
            attributes.put(name, "");
            return;
        }
        at++;
        skipSpaces();
        if (atEnd()) {
            throw error("Unclosed start tag \"" + tag + "\" at byte offset " + bytesBefore(begin));
        }
        String value = peek() == '"' || peek() == '\'' ? quotedValue() : nameToken();
        if (atEnd()) {
            throw error("Unclosed start tag at byte offset " + bytesBefore(begin));
        }
        attributes.put(name, value);
    }

    private String quotedValue() {
        char quote = markup.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (!atEnd() && peek() != quote) {
            String decoded = peek() == '&' ? decodeEntity() : null;
            if (decoded != null) {
                value.append(decoded);
            } else {
                value.append(markup.charAt(at++));
            }
        }
        if (!atEnd()) {
            at++;
        }
        return value.toString();
    }

    private String nameToken() {
        int begin = at;
        while (isAsciiLetterOrDigit(peek()) || peek() == '.' || peek() == '-') {
            at++;
        }
        if (!isSpace(peek()) && peek() != '>') {
            throw error("Unexpected end of name token at byte offset " + bytesBefore(begin));
        }
        return lower(begin);
    }

    private void endTag() {
        int begin = at;
        Open opened = open.poll();
        if (opened == null) {
            throw error("Unexpected end tag at byte offset " + bytesBefore(begin));
        }
        at += 2;
        int nameBegin = at;
        while (!isSpace(peek()) && peek() != '>') {
            at++;
        }
        String tag = lower(nameBegin);
        skipSpaces();
        if (peek() != '>') {
            throw error("Unclosed end tag at byte offset " + bytesBefore(begin));
        }
        at++;
        if (!tag.isEmpty() && !tag.equals(opened.tag())) {
            throw error("Unmatched end tag at byte offset " + bytesBefore(begin) + ", expected \"</" + opened.tag()
                    + ">\", found \"</" + tag + ">\"");
        }
        int length = text.length() - opened.offset();
        if (length > 0) {
            add(opened, length);
        }
    }

    private void add(Open tag, int length) {
        switch (tag.tag()) {
            case "b", "strong" -> add(EntityType.BOLD, tag, length, null);
            case "i", "em" -> add(EntityType.ITALIC, tag, length, null);
            case "u", "ins" -> add(EntityType.UNDERLINE, tag, length, null);
            case "s", "strike", "del" -> add(EntityType.STRIKETHROUGH, tag, length, null);
            case "span", "tg-spoiler" -> add(EntityType.SPOILER, tag, length, null);
            case "blockquote" ->
                add(
                        tag.attributes().containsKey("expandable")
                                ? EntityType.EXPANDABLE_BLOCKQUOTE
                                : EntityType.BLOCKQUOTE,
                        tag,
                        length,
                        null);
            case "tg-emoji" -> add(EntityType.CUSTOM_EMOJI, tag, length, emojiId(tag));
            case "a" -> addLink(tag, length);
            case "code" -> addCode(tag, length);
            case "pre" -> addPre(tag, length);
            default -> throw new IllegalStateException("tag without meaning: " + tag.tag());
        }
    }

    private void add(EntityType type, Open tag, int length, @Nullable String argument) {
        entities.add(new MessageEntity(type, tag.offset(), length, argument));
    }

    private static String emojiId(Open tag) {
        String id = tag.attributes().getOrDefault("emoji-id", "");
        if (!id.matches("[1-9]\\d{0,18}")) {
            throw error("Invalid custom emoji identifier specified");
        }
        return id;
    }

    /** A link to what is no address loses its link, not its text: so does Telegram. */
    private void addLink(Open tag, int length) {
        String target = tag.attributes().getOrDefault("href", "");
        if (target.isEmpty()) {
            target = text.substring(tag.offset());
        }
        Links.checked(target).ifPresent(url -> add(EntityType.TEXT_LINK, tag, length, url));
    }

    private void addCode(Open tag, int length) {
        String language = language(tag);
        if (!language.isEmpty() && isPre(open.peek(), tag.offset())) {
            // Becomes the language of the block when the block ends at the same place.
            add(EntityType.CODE, tag, length, language);
        } else {
            add(EntityType.CODE, tag, length, null);
        }
    }

    private void addPre(Open tag, int length) {
        MessageEntity last = entities.isEmpty() ? null : entities.getLast();
        boolean holdsCode = last != null
                && last.type() == EntityType.CODE
                && last.offset() == tag.offset()
                && last.length() == length;
        if (holdsCode) {
            entities.removeLast();
        }
        add(EntityType.PRE, tag, length, holdsCode && last != null ? last.argument() : null);
    }

    private static boolean isPre(@Nullable Open outer, int offset) {
        return outer != null && outer.tag().equals("pre") && outer.offset() == offset;
    }

    private static String language(Open tag) {
        String name = tag.attributes().getOrDefault("class", "");
        return name.startsWith("language-") ? name.substring("language-".length()) : "";
    }

    /** The character that an entity at this place stands for, which is then behind; null where there is none. */
    private @Nullable String decodeEntity() {
        int end = at + 1;
        String decoded;
        if (charAt(end) == '#') {
            int radix = charAt(end + 1) == 'x' ? 16 : 10;
            int digits = end + (radix == 16 ? 2 : 1);
            end = digits;
            while (charAt(end) < 128 && Character.digit(charAt(end), radix) >= 0) {
                end++;
            }
            if (end == digits || end - at >= 10) {
                return null;
            }
            long code = Long.parseLong(markup, digits, end, radix);
            if (code == 0 || code >= Character.MAX_CODE_POINT) {
                return null;
            }
            decoded = Character.toString((int) code);
        } else {
            while (isAsciiLetter(charAt(end))) {
                end++;
            }
            String named = NAMED.get(markup.substring(at + 1, end));
            if (named == null) {
                return null;
            }
            decoded = named;
        }
        at = charAt(end) == ';' ? end + 1 : end;
        return decoded;
    }

    private void skipSpaces() {
        while (!atEnd() && isSpace(peek())) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= markup.length();
    }

    private char peek() {
        return charAt(at);
    }

    private char charAt(int index) {
        return index < markup.length() ? markup.charAt(index) : END;
    }

    private String lower(int begin) {
        return markup.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private int bytesBefore(int index) {
        return markup.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == END || c == '\u000b';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9');
    }

    private static ApiException error(String what) {
        return ApiException.badRequest("can't parse entities: " + what);
    }
}
