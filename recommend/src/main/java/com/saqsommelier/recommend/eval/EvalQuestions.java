package com.saqsommelier.recommend.eval;

import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed questions, from {@code questions.jsonl}. */
public final class EvalQuestions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WITHOUT = "excluded_";

    private static final Map<String, Theme> THEMES = Map.of(
            "kinds", Theme.KIND,
            "colours", Theme.COLOUR,
            "countries", Theme.COUNTRY,
            "regions", Theme.REGION,
            "grapes", Theme.GRAPE,
            "features", Theme.FEATURE,
            "styles", Theme.STYLE);

    /** One of each topic, in both languages. */
    private static final Set<String> QUICK = Set.of("q006", "q015", "q057", "q063", "q072", "q075", "q078");

    private static final String QUICK_ALONE = "q054-en";

    private EvalQuestions() {}

    /** All of them. */
    public static List<EvalQuestion> all() {
        try (InputStream lines = Objects.requireNonNull(EvalQuestions.class.getResourceAsStream("questions.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .map(EvalQuestions::question)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fifteen that take seconds. */
    public static List<EvalQuestion> quick() {
        return all().stream()
                .filter(question ->
                        QUICK.contains(question.pair()) || question.id().equals(QUICK_ALONE))
                .toList();
    }

    private static EvalQuestion question(JsonNode line) {
        return new EvalQuestion(
                line.path("id").asString(),
                line.path("pair").asString(),
                line.path("topic").asString(),
                line.path("split").asString().equals("validation"),
                Language.of(line.path("language").asString()),
                line.path("thread").valueStream().map(JsonNode::asString).toList(),
                line.path("question").asString(),
                label(line.path("constraints")),
                label(line.path("expected")));
    }

    private static Label label(JsonNode node) {
        return new Label(
                terms(node, ""), terms(node, WITHOUT), price(node.path("min_price")), price(node.path("max_price")));
    }

    private static List<Term> terms(JsonNode label, String prefix) {
        return THEMES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(theme -> values(label.path(prefix + theme.getKey()))
                        .map(value -> WineVocabulary.bundled().term(theme.getValue(), value)))
                .toList();
    }

    private static Stream<String> values(JsonNode array) {
        return array.valueStream().map(JsonNode::asString);
    }

    private static OptionalDouble price(JsonNode number) {
        return number.isNumber() ? OptionalDouble.of(number.asDouble()) : OptionalDouble.empty();
    }
}
