package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void whatComesFromOutsideIsShownAsItWasWritten() {
        assertThat(Html.escaped("<b> & \"x\" _*[`").markup()).isEqualTo("&lt;b&gt; &amp; &quot;x&quot; _*[`");
    }

    @Test
    void alreadyEscapedTextIsEscapedOnceMore() {
        assertThat(Html.escaped("&lt;").markup()).isEqualTo("&amp;lt;");
    }

    @Test
    void anAddressCannotLeaveItsAttribute() {
        assertThat(Html.link("https://a/?x=\"><b>", "a & b").markup())
                .isEqualTo("<a href=\"https://a/?x=&quot;&gt;&lt;b&gt;\">a &amp; b</a>");
    }

    @Test
    void lengthIsCountedAfterTheMarkupIsParsed() {
        assertThat(Html.link("https://www.saq.com/", "a<b").plus("&").length()).isEqualTo(4);
    }
}
