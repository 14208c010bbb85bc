package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlEntitiesTest {

    @ParameterizedTest
    @CsvSource({
        "b, BOLD",
        "strong, BOLD",
        "i, ITALIC",
        "em, ITALIC",
        "u, UNDERLINE",
        "ins, UNDERLINE",
        "s, STRIKETHROUGH",
        "strike, STRIKETHROUGH",
        "del, STRIKETHROUGH",
        "tg-spoiler, SPOILER",
        "code, CODE",
        "pre, PRE",
        "blockquote, BLOCKQUOTE",
        "B, BOLD"
    })
    void knows_every_tag_of_the_documentation(String tag, EntityType type) {
        assertThat(HtmlEntities.parse("un <" + tag + ">vin</" + tag + "> rouge"))
                .isEqualTo(new FormattedText("un vin rouge", List.of(new MessageEntity(type, 3, 3, null))));
    }

    @Test
    void counts_offsets_in_utf16_code_units_and_errors_in_bytes() {
        assertThat(HtmlEntities.parse("🍷 é <b>🥂!</b>").entities())
                .containsExactly(new MessageEntity(EntityType.BOLD, 5, 3, null));
        assertError("🍷 é <vin>", "Unsupported start tag \"vin\" at byte offset 8");
    }

    @Test
    void nests_tags_outer_first() {
        assertThat(HtmlEntities.parse("<b>a<i>b<u>c</u></i></b>").entities())
                .containsExactly(
                        new MessageEntity(EntityType.BOLD, 0, 3, null),
                        new MessageEntity(EntityType.ITALIC, 1, 2, null),
                        new MessageEntity(EntityType.UNDERLINE, 2, 1, null));
    }

    @Test
    void reads_attributes_of_links_spoilers_emoji_quotes_and_languages() {
        assertThat(HtmlEntities.parse("<a href=\"https://www.saq.com/fr/1867?a=1&amp;b=2\">Drambuie</a>")
                        .entities())
                .containsExactly(new MessageEntity(EntityType.TEXT_LINK, 0, 8, "https://www.saq.com/fr/1867?a=1&b=2"));
        assertThat(HtmlEntities.parse("<a href='tg://user?id=1'>x</a>").entities())
                .containsExactly(new MessageEntity(EntityType.TEXT_LINK, 0, 1, "tg://user?id=1"));
        assertThat(HtmlEntities.parse("<span class=\"tg-spoiler\">x</span>").entities())
                .containsExactly(new MessageEntity(EntityType.SPOILER, 0, 1, null));
        assertThat(HtmlEntities.parse("<tg-emoji emoji-id=\"5368\">👍</tg-emoji>")
                        .entities())
                .containsExactly(new MessageEntity(EntityType.CUSTOM_EMOJI, 0, 2, "5368"));
        assertThat(HtmlEntities.parse("<blockquote expandable>x</blockquote>").entities())
                .containsExactly(new MessageEntity(EntityType.EXPANDABLE_BLOCKQUOTE, 0, 1, null));
        assertThat(HtmlEntities.parse("<pre><code class=\"language-java\">x</code></pre>")
                        .entities())
                .containsExactly(new MessageEntity(EntityType.PRE, 0, 1, "java"));
        assertThat(HtmlEntities.parse("<i aba = caba>x</i>").entities()).hasSize(1);
    }

    @Test
    void keeps_the_text_of_a_link_that_is_none() {
        assertThat(HtmlEntities.parse("<a href=\"nowhere\">x</a>")).isEqualTo(FormattedText.plain("x"));
        assertThat(HtmlEntities.parse("<a>saq.com</a>").entities())
                .containsExactly(new MessageEntity(EntityType.TEXT_LINK, 0, 7, "http://saq.com"));
    }

    @Test
    void decodes_the_four_named_entities_and_numeric_ones_only() {
        assertThat(HtmlEntities.parse("&lt;&gt;&amp;&quot;&#233;&#xe9;&#127863;")
                        .text())
                .isEqualTo("<>&\"éé🍷");
        assertThat(HtmlEntities.parse("&laquo;&nbsp;&#0;&#;&#99999999; & &lt").text())
                .isEqualTo("&laquo;&nbsp;&#0;&#;&#99999999; & <");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<b>x | Can't find end tag corresponding to start tag \"b\"",
                "<b><i>x</b> | Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                "x</b> | Unexpected end tag at byte offset 1",
                "<b>x</b | Unclosed end tag at byte offset 4",
                "<b | Unclosed start tag at byte offset 0",
                "a < b | Unsupported start tag \"\" at byte offset 2",
                "<<b>>x</b> | Unsupported start tag \"<b\" at byte offset 0",
                "<br>x | Unsupported start tag \"br\" at byte offset 0",
                "<br/>x | Unsupported start tag \"br/\" at byte offset 0",
                "<span>x</span> | Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<a =x>y</a> | Empty attribute name in the tag \"a\" at byte offset 0",
                "<a href=http://saq.com>y</a> | Unexpected end of name token at byte offset 8",
                "<a href=\"saq.com>y</a> | Unclosed start tag at byte offset 0",
                "<a href= | Unclosed start tag \"a\" at byte offset 0",
                "<a href | Unclosed start tag at byte offset 0",
                "<tg-emoji emoji-id=\"x\">y</tg-emoji> | Invalid custom emoji identifier specified",
                "&#xd83c; | Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
            })
    void refuses_broken_markup_in_telegrams_words(String markup, String error) {
        assertError(markup, error);
    }

    @Test
    void an_empty_end_tag_closes_the_innermost() {
        assertThat(HtmlEntities.parse("<b>x</>").entities()).hasSize(1);
        assertThat(HtmlEntities.parse("<b></b>y")).isEqualTo(FormattedText.plain("y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>L'été</b>", "a & b < c > d \"e\"", "_*[](){}#+-.!|~`", "🍷", "Château d'Yquem"})
    void what_is_escaped_comes_out_as_typed(String typed) {
        String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

        assertThat(HtmlEntities.parse(escaped)).isEqualTo(FormattedText.plain(typed));
    }

    /** A tree of random tags over random text, of which the parser must find every range. */
    @RepeatedTest(50)
    void finds_every_range_of_random_nested_markup(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<EntityType, String> tags = Map.of(
                EntityType.BOLD, "b",
                EntityType.ITALIC, "i",
                EntityType.UNDERLINE, "u",
                EntityType.STRIKETHROUGH, "s",
                EntityType.SPOILER, "tg-spoiler");
        List<EntityType> types = tags.keySet().stream().sorted().toList();
        List<String> pieces = List.of("vin", "é", "🍷", "&amp;", "&lt;b&gt;", " ", "\n", "&#233;");
        StringBuilder markup = new StringBuilder();
        StringBuilder text = new StringBuilder();
        Deque<MessageEntity> open = new ArrayDeque<>();
        List<MessageEntity> expected = new ArrayList<>();
        for (int step = 0; step < 60 || !open.isEmpty(); step++) {
            int what = step < 60 ? random.nextInt(3) : 2;
            if (what == 0 && open.size() < tags.size()) {
                EntityType type = types.get(random.nextInt(types.size()));
                markup.append('<').append(tags.get(type)).append('>');
                open.push(new MessageEntity(type, text.length(), 1, null));
            } else if (what == 2 && !open.isEmpty()) {
                MessageEntity begun = open.pop();
                markup.append("</").append(tags.get(begun.type())).append('>');
                int length = text.length() - begun.offset();
                if (length > 0) {
                    expected.add(new MessageEntity(begun.type(), begun.offset(), length, null));
                }
            } else {
                String piece = pieces.get(random.nextInt(pieces.size()));
                markup.append(piece);
                text.append(HtmlEntities.parse(piece).text());
            }
        }

        FormattedText parsed = HtmlEntities.parse(markup.toString());

        assertThat(parsed.text()).isEqualTo(text.toString());
        assertThat(parsed.entities()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(HtmlRendering.of(parsed).replaceAll("<[^>]*>", ""))
                .isEqualTo(text.toString()
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"));
    }

    private static void assertError(String markup, String error) {
        assertThatThrownBy(() -> HtmlEntities.parse(markup))
                .isInstanceOf(ApiException.class)
                .hasMessage("Bad Request: can't parse entities: " + error);
    }
}
