package com.saqsommelier.scraper.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset of a page: that of its byte order mark, else what the server declares, else what the page does, else
 * UTF-8.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding">HTML Living
 *     Standard, 13.2.3.2</a>
 */
final class PageCharset {

    /** Where HTML lets a page declare its charset: in its first 1,024 bytes (HTML Living Standard, 4.2.5.4). */
    private static final int DECLARATION_BYTES = 1024;

    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PAGE =
            Pattern.compile("<meta\\s[^>]*?charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private PageCharset() {}

    /** @throws UnreadablePageException when the page declares one that does not exist */
    static Charset of(byte[] body, Optional<String> contentType) throws UnreadablePageException {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        Optional<String> declared =
                contentType.flatMap(header -> find(IN_HEADER, header)).or(() -> find(IN_PAGE, head(body)));
        try {
            return declared.map(Charset::forName)
                    .map(PageCharset::asBrowsersReadIt)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadablePageException(
                    PageField.PAGE, "the page declares the unknown charset " + declared.orElseThrow(), e);
        }
    }

    /**
     * Latin-1 and ASCII are names of windows-1252 on the web.
     *
     * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding Standard, 4.2</a>
     */
    private static Charset asBrowsersReadIt(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                ? WINDOWS_1252
                : charset;
    }

    private static String head(byte[] body) {
        return new String(body, 0, Math.min(body.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> find(Pattern pattern, String declaration) {
        Matcher matcher = pattern.matcher(declaration);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
