package com.saqsommelier.scraper.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of a page as text, by the charset that the server or the page declares; UTF-8 where neither does. */
final class PageText {

    /** Where HTML lets a page declare its charset: in its first 1,024 bytes (HTML Living Standard, 4.2.5.4). */
    private static final int DECLARATION_BYTES = 1024;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private PageText() {}

    /**
     * Decodes a whole page.
     *
     * @param contentType the value of the Content-Type header, empty when there was none
     * @throws UnreadablePageException when the page is empty, cut, or not in its declared charset
     */
    static String decode(byte[] body, Optional<String> contentType) throws UnreadablePageException {
        if (body.length == 0) {
            throw new UnreadablePageException("the page is empty");
        }
        Charset charset = charset(body, contentType);
        String html = new String(body, charset);
        // The quick way replaces what it cannot read by U+FFFD, which a page may also hold of its own right.
        if (html.indexOf('\uFFFD') >= 0) {
            html = strictly(body, charset);
        }
        String end = html.substring(Math.max(0, html.length() - DECLARATION_BYTES));
        if (!end.stripTrailing().endsWith("</html>")) {
            throw new UnreadablePageException("the page is cut: it does not end in </html>");
        }
        return html;
    }

    private static String strictly(byte[] body, Charset charset) throws UnreadablePageException {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadablePageException("the page is not valid " + charset, e);
        }
    }

    private static Charset charset(byte[] body, Optional<String> contentType) throws UnreadablePageException {
        String head = new String(body, 0, Math.min(body.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        Optional<String> declared = contentType.flatMap(PageText::charsetIn).or(() -> charsetIn(metaTags(head)));
        try {
            return declared.map(Charset::forName).orElse(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadablePageException("the page declares the unknown charset " + declared.orElseThrow(), e);
        }
    }

    private static String metaTags(String head) {
        int meta = head.indexOf("<meta");
        return meta < 0 ? "" : head.substring(meta);
    }

    private static Optional<String> charsetIn(String declaration) {
        Matcher matcher = CHARSET.matcher(declaration);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
