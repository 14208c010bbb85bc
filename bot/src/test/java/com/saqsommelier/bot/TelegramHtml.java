package com.saqsommelier.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bot API, "HTML style": what Telegram would refuse fails the test. */
final class TelegramHtml {

    private static final Set<String> TAGS = Set.of("a", "b", "i", "u", "s", "code", "pre", "blockquote");
    private static final Pattern TOKEN =
            Pattern.compile("<(/?)([a-z]+)( href=\"[^\"<>]*\")?>|&(?:amp|lt|gt|quot);|([<>&])|[^<>&]+");

    private TelegramHtml() {}

    static void assertAccepted(String markup) {
        Deque<String> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(markup);
        while (token.find()) {
            assertThat(token.group(4)).as("a bare character in %s", markup).isNull();
            String tag = token.group(2);
            if (tag == null) {
                continue;
            }
            assertThat(TAGS).contains(tag);
            if (token.group(1).isEmpty()) {
                open.push(tag);
            } else {
                assertThat(open.poll())
                        .as("what %s closes in %s", token.group(), markup)
                        .isEqualTo(tag);
            }
        }
        assertThat(open).as("left open in %s", markup).isEmpty();
        assertThat(new Html(markup).length()).isBetween(1, Html.LONGEST_MESSAGE);
    }
}
