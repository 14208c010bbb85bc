package com.saqsommelier.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed questions of the eval are well formed; what they measure is not measured here. */
class EvalQuestionsTest {

    private static final Map<String, Theme> LABELS = Map.ofEntries(
            Map.entry("kinds", Theme.KIND),
            Map.entry("colours", Theme.COLOUR),
            Map.entry("countries", Theme.COUNTRY),
            Map.entry("regions", Theme.REGION),
            Map.entry("grapes", Theme.GRAPE),
            Map.entry("features", Theme.FEATURE),
            Map.entry("styles", Theme.STYLE),
            Map.entry("excluded_grapes", Theme.GRAPE),
            Map.entry("excluded_styles", Theme.STYLE),
            Map.entry("excluded_countries", Theme.COUNTRY),
            Map.entry("excluded_regions", Theme.REGION),
            Map.entry("excluded_colours", Theme.COLOUR));

    @Test
    void there_are_at_least_150_paired_in_both_languages_a_third_of_them_for_validation() throws IOException {
        List<JsonNode> questions = questions();

        assertThat(questions).hasSizeGreaterThanOrEqualTo(150);
        assertThat(questions).extracting(it -> it.path("id").asString()).doesNotHaveDuplicates();
        assertThat(questions)
                .filteredOn(it -> it.path("language").asString().equals("fr"))
                .extracting(it -> it.path("pair").asString())
                .containsExactlyElementsOf(questions.stream()
                        .filter(it -> it.path("language").asString().equals("en"))
                        .map(it -> it.path("pair").asString())
                        .toList());
        assertThat(questions)
                .filteredOn(it -> it.path("split").asString().equals("validation"))
                .hasSizeBetween(questions.size() / 3 - 2, questions.size() / 3 + 2);
    }

    @Test
    void every_label_is_a_term_of_the_vocabulary() throws IOException {
        WineVocabulary vocabulary = WineVocabulary.bundled();
        for (JsonNode question : questions()) {
            for (String part : List.of("constraints", "expected")) {
                question.path(part).properties().stream()
                        .filter(label -> !label.getKey().endsWith("_price"))
                        .forEach(label -> label.getValue()
                                .forEach(value -> assertThat(vocabulary.find(
                                                Objects.requireNonNull(LABELS.get(label.getKey()), label.getKey()),
                                                value.asString()))
                                        .as("%s of %s", label, question.path("id"))
                                        .isPresent()));
            }
        }
    }

    private static List<JsonNode> questions() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream lines =
                Objects.requireNonNull(EvalQuestionsTest.class.getResourceAsStream("eval/questions.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(json::readTree)
                    .toList();
        }
    }
}
