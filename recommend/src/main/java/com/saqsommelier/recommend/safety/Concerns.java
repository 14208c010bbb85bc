package com.saqsommelier.recommend.safety;

import com.saqsommelier.vocabulary.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes concerns in what a person says, in French and English and by a word in other languages. Stateless. */
public final class Concerns {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}$%]+");

    /** {@code 14yo}, {@code 16ans}. */
    private static final Pattern AGE_IN_ONE_WORD = Pattern.compile("(?<=\\d)(?=(?:yo|yrs?|years?|ans?)\\b)");

    private final Map<Concern, Pattern> patterns = read();
    private final Minors minors = new Minors();

    /** The most urgent concern of a saying; empty for most. */
    public Optional<Concern> in(String saying) {
        String words = words(saying);
        for (Concern concern : Concern.values()) {
            boolean found = concern == Concern.MINOR
                    ? minors.speaksOf(words)
                    : Objects.requireNonNull(patterns.get(concern))
                            .matcher(words)
                            .find();
            if (found) {
                return Optional.of(concern);
            }
        }
        return Optional.empty();
    }

    /** Lower-case words without accents, single spaces between them; letters that cannot be seen are left out. */
    static String words(String saying) {
        String visible = INVISIBLE.matcher(saying).replaceAll("");
        String apart = AGE_IN_ONE_WORD.matcher(Words.plain(visible)).replaceAll(" ");
        return BETWEEN_WORDS.matcher(apart).replaceAll(" ").strip();
    }

    private static Map<Concern, Pattern> read() {
        Map<Concern, List<String>> alternatives = new EnumMap<>(Concern.class);
        List<String> section = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                alternatives.put(
                        Concern.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT)), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        Map<Concern, Pattern> patterns = new EnumMap<>(Concern.class);
        alternatives.forEach((concern, lines) -> patterns.put(concern, anywhere(lines)));
        return patterns;
    }

    private static Pattern anywhere(List<String> lines) {
        return Pattern.compile("(?:(?<=^| )(?:" + String.join("|", lines) + ")(?= |$))|(?:" + unspaced(lines) + ")");
    }

    /** Scripts that put no spaces between words: their alternatives match within a run of letters. */
    private static String unspaced(List<String> lines) {
        return lines.stream()
                .filter(line -> line.codePoints().anyMatch(Character::isIdeographic))
                .flatMap(line -> Pattern.compile("\\|").splitAsStream(line))
                .filter(word -> word.codePoints().allMatch(Character::isIdeographic))
                .reduce((one, other) -> one + "|" + other)
                .orElse("(?!)");
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Concerns.class.getResourceAsStream("concerns.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
