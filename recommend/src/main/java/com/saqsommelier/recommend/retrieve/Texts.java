package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the sommelier says, from {@code texts-fr.properties} and {@code texts-en.properties}. */
final class Texts {

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

    static {
        TEXTS.put(Language.FRENCH, load("texts-fr.properties"));
        TEXTS.put(Language.ENGLISH, load("texts-en.properties"));
    }

    private Texts() {}

    /** A text with its {@code {1}}, {@code {2}} replaced. */
    static String text(Language language, String key, String... values) {
        String text = Objects.requireNonNull(
                Objects.requireNonNull(TEXTS.get(language)).getProperty(key),
                () -> "no text " + key + " in " + language);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + (i + 1) + "}", values[i]);
        }
        return text;
    }

    /** A text with a capital at its beginning. */
    static String sentence(String text) {
        int end = text.offsetByCodePoints(0, Math.min(1, text.length()));
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
