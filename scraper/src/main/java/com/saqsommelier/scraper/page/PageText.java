package com.saqsommelier.scraper.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The bytes of a whole page as text. */
final class PageText {

    /** Where a page's end is looked for: behind it stand white space, comments and a few scripts. */
    private static final int TAIL = 65_536;

    /** Text that proxies and modules append, by its beginning and its end. */
    private static final String[][] APPENDED = {
        {"<!--", "-->"}, {"<script", "</script>"}, {"<noscript", "</noscript>"}, {"<style", "</style>"}
    };

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PageText() {}

    /**
     * Decodes a whole page.
     *
     * @param contentType the value of the Content-Type header, empty when there was none
     * @throws UnreadablePageException when the page is empty, cut, damaged, or not in its declared charset
     */
    static String decode(byte[] body, Optional<String> contentType) throws UnreadablePageException {
        if (body.length == 0) {
            throw unreadable("the page is empty");
        }
        Charset charset = PageCharset.of(body, contentType);
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        String html = new String(body, charset);
        // The quick way replaces what it cannot read by U+FFFD, which a page may also hold of its own right.
        if (html.indexOf('\uFFFD') >= 0 && !isValid(body, charset)) {
            throw unreadable("the page is not valid " + charset + "; it is damaged or wrongly declared");
        }
        if (!utf8 && !isAscii(body) && isValid(body, StandardCharsets.UTF_8)) {
            throw unreadable("the page is declared as " + charset
                    + " but is UTF-8; read as declared, its accents would be lost");
        }
        // In UTF-8 a NUL character is a NUL byte, and a string of bytes is by far the quickest to search.
        int nul = (utf8 ? new String(body, StandardCharsets.ISO_8859_1) : html).indexOf('\0');
        if (nul >= 0) {
            throw unreadable("the page holds a NUL character, at " + nul + "; it is damaged or not a text");
        }
        if (!isWhole(html)) {
            throw unreadable("the page is cut: it does not end in </html>");
        }
        return html.charAt(0) == BYTE_ORDER_MARK ? html.substring(1) : html;
    }

    private static UnreadablePageException unreadable(String message) {
        return new UnreadablePageException(PageField.PAGE, message);
    }

    /** Whether nothing follows the closing tag but white space, comments and whole elements of whoever serves the page. */
    private static boolean isWhole(String html) {
        String end = html.substring(Math.max(0, html.length() - TAIL))
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (String[] appended : APPENDED) {
                int begin = end.lastIndexOf(appended[0]);
                if (begin >= 0 && end.endsWith(appended[1])) {
                    end = end.substring(0, begin).stripTrailing();
                    shorter = true;
                }
            }
        }
        return end.endsWith("</html>");
    }

    private static boolean isValid(byte[] body, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isAscii(byte[] body) {
        for (byte one : body) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }
}
