package com.saqsommelier.recommend.claude;

import com.saqsommelier.vocabulary.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what a text of a model must not say whatever the record holds (health, awards, contacts, sales, orders to a
 * model), and letters that no sommelier writes. Characters are an allow-list, so that no spelling of a link with letters of
 * other scripts, signs that look alike or cannot be seen gets through.
 */
final class ForbiddenClaims {

    /** Letters of French and English as they are typed, digits, and the punctuation of a sentence. */
    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœŸŠšŽžĀ-ž0-9 \\u00a0\\u202f.,;:!?'’\"«»“”()–—…%$°/-]*");

    /** A letter right after a full stop, a dot with a blank before it, or letters apart from each other. */
    private static final Pattern SPACED_OUT =
            Pattern.compile("\\p{L}\\.\\p{L}{2}|\\p{L} ?\\. ?(?i:com|ca|net|org|io|me|co|fr|qc)\\b"
                    + "|(?<![\\p{L}’'])(?:\\p{L}[ .,’'–—-]{1,3}){4,}|\\p{L}{26,}|\\d(?:[ .-]?\\d){6,}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Map.Entry<String, Pattern>> claims = read();

    /**
     * The fault of a text, as it may be logged; empty where there is none.
     *
     * @param names of the bottle, which may hold any word
     */
    Optional<String> in(String text, List<String> names) {
        if (!isSpeltPlainly(text)) {
            return Optional.of("letters");
        }
        return claimed(text, names)
                .or(() -> claimed(new StringBuilder(text).reverse().toString(), List.of()));
    }

    /** Whether a text has only letters and signs that a sommelier writes, in words. */
    static boolean isSpeltPlainly(String text) {
        return ALLOWED.matcher(text).matches() && !SPACED_OUT.matcher(text).find();
    }

    private Optional<String> claimed(String text, List<String> names) {
        String words = words(text);
        for (String name : names) {
            words = (" " + words + " ").replace(" " + words(name) + " ", " , ").strip();
        }
        String said = words;
        return claims.stream()
                .filter(claim -> claim.getValue().matcher(said).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String words(String text) {
        return BETWEEN_WORDS
                .matcher(Words.plain(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static List<Map.Entry<String, Pattern>> read() {
        List<Map.Entry<String, Pattern>> claims = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(ForbiddenClaims.class.getResourceAsStream("forbidden-claims.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(line ->
                            claims.add(Map.entry(line[0], Pattern.compile("(?<=^| )(?:" + line[1] + ")(?= |$)"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(claims);
    }
}
