package com.saqsommelier.scraper.page;

import java.util.regex.Pattern;

/** Texts of pages, without what nobody sees in them and what turns or splits the line that shows them. */
final class PrintedText {

    /**
     * Control characters of ASCII but for tab and line ends, marks of direction, zero-width spaces. Those of Latin-1 stay:
     * they betray a text that was once decoded wrongly.
     */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]|[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final Pattern WHITE = Pattern.compile("[\\t\\r\\n \\u2028\\u2029]+");

    private PrintedText() {}

    /** The text in one line. */
    static String line(String text) {
        return WHITE.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
