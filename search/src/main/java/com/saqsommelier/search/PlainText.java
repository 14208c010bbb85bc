package com.saqsommelier.search;

import java.util.regex.Pattern;

/**
 * A query without what keyboards and copied texts add to it unseen: invisible marks are left out, and digits of any script
 * or width become ASCII digits.
 */
final class PlainText {

    /** Format characters (zero width, direction, soft hyphen, byte order mark), enclosing marks, variation selectors. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Me}\\uFE00-\\uFE0F]+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** Full-width forms of ASCII signs; each is this far from its sign. */
    private static final int FULL_WIDTH_FIRST = 0xFF01;

    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_DISTANCE = 0xFEE0;

    private PlainText() {}

    /** The text in one line, with single blanks and none at the ends. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        INVISIBLE
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .map(PlainText::plain)
                .forEach(plain::appendCodePoint);
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    private static int plain(int sign) {
        if (sign >= FULL_WIDTH_FIRST && sign <= FULL_WIDTH_LAST) {
            return sign - FULL_WIDTH_DISTANCE;
        }
        return Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign;
    }
}
