package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormattedTextTest {

    @Test
    void loses_blanks_at_its_ends_and_moves_its_entities() {
        FormattedText text =
                HtmlEntities.parse(" \n <b>vin</b> rouge <i> \n</i>").fixed();

        assertThat(text)
                .isEqualTo(new FormattedText("vin rouge", List.of(new MessageEntity(EntityType.BOLD, 0, 3, null))));
    }

    @Test
    void keeps_blanks_that_are_formatted_at_the_start() {
        assertThat(HtmlEntities.parse("<u>  x</u>").fixed().text()).isEqualTo("  x");
    }

    @Test
    void has_no_formatting_inside_code() {
        assertThat(HtmlEntities.parse("<code>a<b>b</b></code><pre><i>x</i></pre>")
                        .fixed()
                        .entities())
                .extracting(MessageEntity::type)
                .containsExactly(EntityType.CODE, EntityType.PRE);
        assertThat(HtmlEntities.parse("   <b>x</b> <pre>long <i>y</i></pre> <i>z</i>")
                        .fixed()
                        .entities())
                .extracting(MessageEntity::type)
                .containsExactly(EntityType.BOLD, EntityType.PRE, EntityType.ITALIC);
    }

    @Test
    void finds_commands_and_links_outside_code_and_links() {
        FormattedText text = HtmlEntities.parse(
                        "/help, voir https://www.saq.com/fr/1867. <code>/start</code> <a href=\"saq.com\">/x</a> a/b 1/2")
                .withFoundEntities();

        assertThat(text.entities())
                .filteredOn(entity -> entity.type() == EntityType.BOT_COMMAND || entity.type() == EntityType.URL)
                .containsExactly(
                        new MessageEntity(EntityType.BOT_COMMAND, 0, 5, null),
                        new MessageEntity(EntityType.URL, 12, 27, null));
    }

    @Test
    void is_rendered_as_html_that_shows_what_was_written() {
        FormattedText text = HtmlEntities.parse(
                        "<b>&lt;script&gt;</b> <a href=\"https://saq.com/?a=&quot;&amp;b\">x</a> <tg-spoiler>y</tg-spoiler> /go")
                .withFoundEntities();

        assertThat(HtmlRendering.of(text))
                .isEqualTo("<b>&lt;script&gt;</b> "
                        + "<a rel=\"noopener noreferrer\" href=\"https://saq.com/?a=&quot;&amp;b\">x</a> "
                        + "<span class=\"spoiler\">y</span> <span class=\"command\">/go</span>");
    }

    @Test
    void is_rendered_as_well_formed_html_even_where_entities_overlap() {
        FormattedText text = new FormattedText(
                "abcdef",
                List.of(
                        new MessageEntity(EntityType.BOLD, 0, 4, null),
                        new MessageEntity(EntityType.ITALIC, 2, 4, null)));

        assertThat(HtmlRendering.of(text)).isEqualTo("<b>ab<i>cd</i></b><i>ef</i>");
    }
}
