package com.saqsommelier.bot.language;

import com.ibm.icu.text.MessageFormat;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The bot's words in one language, with that language's plural rules (ICU MessageFormat). */
public final class Messages {

    private static final Map<Language, Messages> CATALOGUES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            CATALOGUES.put(language, new Messages(language, patterns(language)));
        }
    }

    private final Language language;
    private final Properties patterns;

    private Messages(Language language, Properties patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /** The words in a language. */
    public static Messages in(Language language) {
        Messages messages = CATALOGUES.get(language);
        if (messages == null) {
            throw new IllegalArgumentException("No catalogue for " + language);
        }
        return messages;
    }

    /** The language of these words. */
    public Language language() {
        return language;
    }

    /** A phrase that takes no arguments. */
    public Html say(Phrase phrase) {
        return say(phrase, Map.of());
    }

    /**
     * A phrase about something.
     *
     * @param arguments by name: numbers are written as the language writes them, {@link Html} as it is, and everything
     *     else is escaped
     */
    public Html say(Phrase phrase, Map<String, ?> arguments) {
        Map<String, Object> shown = new HashMap<>();
        arguments.forEach((name, value) -> shown.put(name, shown(value)));
        // Made anew each time: an ICU MessageFormat is not safe for use by several threads.
        return new Html(new MessageFormat(pattern(phrase), language.locale()).format(shown));
    }

    /** A phrase for a place that takes no markup, such as a button's label. */
    public String plain(Phrase phrase) {
        return plain(phrase, Map.of());
    }

    /** The same with arguments, which are not escaped. */
    public String plain(Phrase phrase, Map<String, ?> arguments) {
        return new MessageFormat(pattern(phrase), language.locale()).format(arguments);
    }

    String pattern(Phrase phrase) {
        String pattern = patterns.getProperty(phrase.key());
        if (pattern == null) {
            throw new IllegalStateException("messages_" + language.code() + ".properties lacks " + phrase.key());
        }
        return pattern;
    }

    private static Object shown(Object argument) {
        return switch (argument) {
            case Number number -> number;
            case Html html -> html.markup();
            default -> Html.escaped(argument.toString()).markup();
        };
    }

    static Properties patterns(Language language) {
        String resource = "messages_" + language.code() + ".properties";
        try (InputStream bytes = Messages.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            Properties patterns = new Properties();
            patterns.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
