package com.saqsommelier.recommend.claude;

import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Texts of the program itself, not written by Claude, from {@code sayings-fr.properties} and {@code sayings-en.properties}. */
enum FixedText {
    /** The answer is the simple one, because Claude did not help. */
    SIMPLE,
    /** A question of knowledge cannot be answered without Claude. */
    NO_KNOWLEDGE,
    /** Nothing works. */
    NOT_NOW,
    /** The question has nothing to do with wine. */
    OFF_TOPIC;

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

    static {
        TEXTS.put(Language.FRENCH, load("sayings-fr.properties"));
        TEXTS.put(Language.ENGLISH, load("sayings-en.properties"));
    }

    String in(Language language) {
        return Objects.requireNonNull(
                Objects.requireNonNull(TEXTS.get(language)).getProperty(name().toLowerCase(java.util.Locale.ROOT)),
                this::name);
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(FixedText.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
