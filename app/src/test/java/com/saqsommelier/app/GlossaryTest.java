package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of docs/glossary.md, which a newcomer greps for, against production code. */
class GlossaryTest {

    private static final Path ROOT = Path.of("..");
    private static final int FEWEST_WORDS = 30;

    private static String production = "";

    record Row(String word, String file) {}

    @BeforeAll
    static void readProductionCode() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.map(one -> one.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    files.filter(one -> one.toString().endsWith(".java"))
                            .forEach(one -> all.append(read(one)).append('\n'));
                }
            }
        }
        production = all.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void the_glossary_has_its_words() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(FEWEST_WORDS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_word_is_found_in_production_code_and_its_file_exists(Row row) throws IOException {
        // A blank, a line break of a comment or nothing (a type's name) may stand between the parts of a word.
        Pattern word = Pattern.compile(
                String.join("(?:\\s|\\*|-)*", List.of(row.word().split(" "))).replaceFirst("y$", "(?:y|t)"));

        assertThat(word.matcher(production).find()).as(row.word()).isTrue();
        String module = row.file().substring(0, row.file().indexOf('/'));
        assertThat(ROOT.resolve(module + "/src/main/java/com/saqsommelier/" + row.file() + ".java"))
                .as(row.word())
                .isRegularFile();
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith("` |"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(
                        cells[1].strip(), cells[cells.length - 2].strip().replace("`", "")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
