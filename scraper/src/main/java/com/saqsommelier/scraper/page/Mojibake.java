package com.saqsommelier.scraper.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text that was UTF-8 and was once read as Latin-1: {@code ChÃ¢teau} for {@code Château}. */
final class Mojibake {

    /** What is called Latin-1 is one or the other; they differ between 0x80 and 0x9F. */
    private static final List<Charset> LATIN = List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    private Mojibake() {}

    /** Whether undoing that reading gives valid UTF-8 beyond ASCII, which real words do not by chance. */
    static boolean isIn(String text) {
        boolean ascii = text.chars().allMatch(character -> character < 0x80);
        return !ascii && LATIN.stream().anyMatch(charset -> isUtf8ReadAs(charset, text));
    }

    private static boolean isUtf8ReadAs(Charset charset, String text) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
