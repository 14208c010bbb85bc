package com.saqsommelier.recommend.claude;

import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The prompts of each version, from {@code prompts/<purpose>-<version>.md}; a version that has no file of its own for a
 * purpose takes the one before it. Of several versions a person always has the same, by a hash of who it is.
 */
public final class Prompts {

    /** The version where none is set. */
    public static final String NEWEST = "1";

    private final List<String> versions;
    private final Map<String, Prompt> prompts = new HashMap<>();

    /**
     * Reads some versions.
     *
     * @throws IllegalArgumentException when one does not exist
     */
    Prompts(List<String> versions) {
        this.versions = versions;
        for (String version : versions) {
            if (!exists(version)) {
                throw new IllegalArgumentException("There is no version " + version
                        + " of the prompts. SOMMELIER_CLAUDE_PROMPTS takes 1, 2, or both with a comma between them.");
            }
            for (Purpose purpose : Purpose.values()) {
                prompts.put(version + purpose, read(purpose, version));
            }
        }
    }

    /** Whether a version has a file of its own. */
    public static boolean exists(String version) {
        return version.matches("[1-9]\\d{0,3}")
                && java.util.stream.Stream.of(Purpose.values())
                        .anyMatch(purpose -> Prompts.class.getResource(file(purpose, version)) != null);
    }

    /** The prompt that a person has. */
    Prompt of(Purpose purpose, String person) {
        // Not Object.hashCode, whose low bits say little for ids that follow each other.
        int hash = java.util.Arrays.hashCode(person.getBytes(StandardCharsets.UTF_8)) * 0x9E3779B1;
        String version = versions.get(Math.floorMod(hash >>> 16, versions.size()));
        return Objects.requireNonNull(prompts.get(version + purpose));
    }

    private static Prompt read(Purpose purpose, String version) {
        for (int number = Integer.parseInt(version); number > 0; number--) {
            try (InputStream file = Prompts.class.getResourceAsStream(file(purpose, Integer.toString(number)))) {
                if (file != null) {
                    return new Prompt(
                            purpose, version, filled(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("There is no prompt for " + purpose);
    }

    private static String file(Purpose purpose, String version) {
        return "prompts/" + purpose.word() + "-" + version + ".md";
    }

    /** The vocabulary's own values, in the order of its tables, so that the text is always the same and stays cached. */
    private static String filled(String text) {
        return text.replace("{{regions}}", values(Theme.REGION))
                .replace("{{grapes}}", values(Theme.GRAPE))
                .replace("{{dishes}}", values(Theme.DISH))
                .strip();
    }

    private static String values(Theme theme) {
        return WineVocabulary.bundled().terms(theme).stream().map(Term::french).collect(Collectors.joining("; "));
    }
}
