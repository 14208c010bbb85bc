package com.saqsommelier.recommend.eval.wish;

import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wishes, conversations and delicate sayings, from three files of a JSON object a line: {@code wishes.jsonl}, {@code
 * conversations.jsonl}, {@code delicate.jsonl}. A delicate saying without an expectation of its own takes the one that
 * {@code delicate-expected.jsonl} has for its id.
 *
 * @param name for the report
 */
public record WishSet(
        String name, List<Wish> wishes, List<WishConversation> conversations, List<DelicateSaying> delicate) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Takes copies. */
    public WishSet {
        wishes = List.copyOf(wishes);
        conversations = List.copyOf(conversations);
        delicate = List.copyOf(delicate);
    }

    /** The wishes that come with the program. */
    public static WishSet bundled() {
        try {
            return read("The project's own wishes", WishSet::resource);
        } catch (IOException e) {
            throw new IllegalStateException("the wishes that come with the program cannot be read", e);
        }
    }

    /**
     * Those of a folder.
     *
     * @throws IOException naming the file and the line that cannot be read
     */
    public static WishSet of(Path folder) throws IOException {
        return read("Wishes of " + folder, name -> {
            try {
                return Files.readString(folder.resolve(name));
            } catch (NoSuchFileException e) {
                throw new IOException(folder.resolve(name) + " is not there", e);
            }
        });
    }

    private static WishSet read(String name, Source files) throws IOException {
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        lines("delicate-expected.jsonl", WishSet::resource, line -> line)
                .forEach(line -> expected.put(line.path("id").asString(), line));
        return new WishSet(
                name,
                lines("wishes.jsonl", files, WishSet::inBothLanguages).stream()
                        .flatMap(List::stream)
                        .toList(),
                lines("conversations.jsonl", files, WishSet::conversation),
                lines("delicate.jsonl", files, line -> delicate(line, expected)));
    }

    private static List<Wish> inBothLanguages(JsonNode line) {
        return Stream.of(Language.FRENCH, Language.ENGLISH)
                .map(language -> new Wish(
                        text(line, "id"),
                        text(line, "theme"),
                        language,
                        text(line, language.code()),
                        Must.read(line.path("must"))))
                .toList();
    }

    private static WishConversation conversation(JsonNode line) {
        return new WishConversation(
                text(line, "id"),
                Language.of(text(line, "language")),
                line.path("turns")
                        .valueStream()
                        .map(turn -> new WishConversation.Turn(text(turn, "says"), Must.read(turn.path("must"))))
                        .toList());
    }

    private static DelicateSaying delicate(JsonNode line, Map<String, JsonNode> expected) {
        String id = text(line, "id");
        JsonNode expectation = line.has("bottles") ? line : expected.get(id);
        if (expectation == null) {
            throw new IllegalArgumentException("\"" + id + "\" says not whether it expects bottles");
        }
        return new DelicateSaying(
                id,
                text(line, "says"),
                DelicateSaying.Bottles.valueOf(text(expectation, "bottles").toUpperCase(Locale.ROOT)),
                Must.read(expectation.path("must")),
                Pattern.compile(
                        expectation.path("message").asString(""), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String text(JsonNode line, String key) {
        JsonNode value = line.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException("no text \"" + key + "\"");
        }
        return value.asString();
    }

    private static <T> List<T> lines(String name, Source files, Function<JsonNode, T> reader) throws IOException {
        List<String> lines = files.text(name).lines().toList();
        List<T> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (!lines.get(i).isBlank()) {
                    read.add(reader.apply(JSON.readTree(lines.get(i))));
                }
            } catch (JacksonException | IllegalArgumentException e) {
                throw new IOException(name + ": line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return read;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(WishSet.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The text of a file by its name. */
    @FunctionalInterface
    private interface Source {
        String text(String name) throws IOException;
    }
}
