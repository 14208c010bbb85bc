package com.saqsommelier.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that the genuine catalogue says is in the tables. The catalogue is SAQ's and no part of this project. */
class GenuineCatalogueNamesTest {

    private static final Path ENGLISH = Path.of("../../shared/saq/catalogue/products-en-2021.csv");
    private static final Path FRENCH = Path.of("../../shared/saq/catalogue/names-fr.csv");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");
    private static final Pattern SHARE = Pattern.compile("[\\s\\u00a0]*[\\d.,]+[\\s\\u00a0]*%.*");

    private final Names names = Names.bundled();

    @BeforeAll
    static void thereIsACatalogue() {
        assumeTrue(Files.exists(ENGLISH), () -> "skipped: the genuine catalogue is not at " + ENGLISH.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTRIES, country",
        "COLOURS, color",
        "DESIGNATIONS, designation",
        "CLASSIFICATIONS, classification",
        "PLACES, quebec"
    })
    void every_value_has_a_translation(NameTheme theme, String column) throws IOException {
        assertThat(untranslated(theme, column, Stream::of)).isEmpty();
    }

    @Test
    void every_region_and_each_of_its_parts_has_a_translation() throws IOException {
        assertThat(untranslated(NameTheme.REGIONS, "region", Names::parts)).isEmpty();
    }

    @Test
    void every_grape_has_a_translation() throws IOException {
        assertThat(untranslated(
                        NameTheme.GRAPES,
                        "grape",
                        grapes -> Stream.of(grapes.split(", ?", -1))
                                .map(grape -> SHARE.matcher(grape).replaceFirst(""))))
                .isEmpty();
    }

    @Test
    void every_feature_has_a_translation() throws IOException {
        assertThat(untranslated(NameTheme.FEATURES, "feature", features -> Stream.of(features.split(", ", -1))))
                .isEmpty();
    }

    @Test
    void every_country_and_kind_of_the_french_pages_has_a_translation() throws IOException {
        assertThat(values(FRENCH, "country_fr", Stream::of))
                .allSatisfy(country ->
                        assertThat(names.find(NameTheme.COUNTRIES, country)).isPresent());
        assertThat(values(FRENCH, "identity_fr", identity -> Stream.of(identity.split(" \\| ", 2)[0])))
                .allSatisfy(kind ->
                        assertThat(names.find(NameTheme.CATEGORIES, kind)).isPresent());
    }

    private Set<String> untranslated(NameTheme theme, String column, Function<String, Stream<String>> parts)
            throws IOException {
        return values(ENGLISH, column, parts).stream()
                .filter(value -> names.find(theme, value).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> values(Path file, String column, Function<String, Stream<String>> parts)
            throws IOException {
        List<String> lines = Files.readAllLines(file);
        int index = cells(lines.getFirst()).indexOf(column);
        return lines.stream()
                .skip(1)
                .map(line -> cells(line).get(index))
                .flatMap(parts)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** RFC 4180; no cell of these files has a line break. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = CELL.matcher(line);
        int at = 0;
        while (at <= line.length() && cell.find(at)) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            at = cell.end() + 1;
        }
        return cells;
    }
}
