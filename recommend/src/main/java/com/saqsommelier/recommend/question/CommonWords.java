package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyday words of French and English that say nothing of a bottle: neither spelling mistakes nor something to tell about. */
final class CommonWords {

    private static final Set<String> WORDS = read();

    private CommonWords() {}

    /** @param key a word as {@link Words#of} gives it */
    static boolean has(String key) {
        return WORDS.contains(key);
    }

    private static Set<String> read() {
        try (InputStream table =
                Objects.requireNonNull(CommonWords.class.getResourceAsStream("common-words.txt"), "common-words.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                    .filter(word -> !word.isBlank())
                    .map(Words::key)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
