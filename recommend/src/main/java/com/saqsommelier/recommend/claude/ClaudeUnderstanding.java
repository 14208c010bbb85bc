package com.saqsommelier.recommend.claude;

import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Claude's understanding of a question, validated: terms of the vocabulary only, and those that narrow the choice only
 * where the question's own words (for prices, its digits) support them.
 *
 * @param wanted terms that would narrow the choice
 * @param leaning styles, dishes and occasions, which only order it
 */
record ClaudeUnderstanding(
        Intent intent,
        List<Term> wanted,
        List<Term> leaning,
        List<Term> excluded,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        OptionalInt count,
        boolean inMyStores,
        boolean minor,
        String freeText) {

    private static final WineVocabulary VOCABULARY = WineVocabulary.bundled();
    private static final Map<String, Theme> NARROWING = Map.of(
            "kinds", Theme.KIND,
            "colours", Theme.COLOUR,
            "countries", Theme.COUNTRY,
            "regions", Theme.REGION,
            "grapes", Theme.GRAPE,
            "features", Theme.FEATURE);
    private static final Map<String, Theme> LEANING =
            Map.of("styles", Theme.STYLE, "food", Theme.DISH, "occasions", Theme.OCCASION);

    /** How a person speaks of stores that are theirs. */
    private static final Pattern OWN_STORES =
            Pattern.compile("\\b(?:ma|mes|nos|notre|my|our)\\b.{0,20}\\b(?:succursales?|saq|magasins?|stores?)\\b"
                    + "|\\b(?:pres|proche) de (?:chez|moi)\\b|\\bnear (?:me|my|home)\\b|\\bdans le coin\\b");

    private static final int MOST_LEANING = 8;

    /** What is wanted. */
    enum Intent {
        /** Bottles. */
        RECOMMEND,
        /** Knowledge. */
        WINE_QUESTION,
        /** Something else. */
        OFF_TOPIC
    }

    /**
     * Reads the tool's input.
     *
     * @param said everything that the person typed in this conversation
     */
    static ClaudeUnderstanding read(JsonNode input, String said) {
        Set<String> words = Set.copyOf(Words.of(said));
        List<Term> wanted = new ArrayList<>();
        NARROWING.forEach((field, theme) -> items(input, field)
                .filter(item -> isQuoted(item, said))
                .flatMap(item -> term(theme, item.path("value")).stream())
                .forEach(wanted::add));
        List<Term> leaning = new ArrayList<>();
        LEANING.forEach((field, theme) ->
                items(input, field).flatMap(item -> term(theme, item).stream()).forEach(leaning::add));
        List<Term> excluded = items(input, "excluded")
                .filter(item -> isQuoted(item, said))
                .flatMap(item -> theme(item).flatMap(theme -> term(theme, item.path("value"))).stream())
                .distinct()
                .toList();
        return new ClaudeUnderstanding(
                intent(input),
                wanted.stream().distinct().toList(),
                leaning.stream().distinct().limit(MOST_LEANING).toList(),
                excluded,
                price(input, "min_price", words),
                price(input, "max_price", words),
                input.path("count").isIntegralNumber()
                        ? OptionalInt.of(input.path("count").asInt())
                        : OptionalInt.empty(),
                input.path("in_my_stores").asBoolean(false)
                        && OWN_STORES.matcher(Words.plain(said)).find(),
                input.path("minor").asBoolean(false),
                Words.of(input.path("free_text").asString("")).stream()
                        .filter(words::contains)
                        .collect(Collectors.joining(" ")));
    }

    private static Intent intent(JsonNode input) {
        return Stream.of(Intent.values())
                .filter(intent -> intent.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(input.path("intent").asString("")))
                .findFirst()
                .orElse(Intent.RECOMMEND);
    }

    private static Stream<JsonNode> items(JsonNode input, String field) {
        return input.path(field).valueStream();
    }

    private static Optional<Term> term(Theme theme, JsonNode value) {
        return VOCABULARY.named(theme, value.asString("")).or(() -> VOCABULARY.find(theme, value.asString("")));
    }

    private static Optional<Theme> theme(JsonNode item) {
        return UnderstandTool.REFUSABLE.stream()
                .filter(theme -> theme.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(item.path("theme").asString("")))
                .findFirst();
    }

    /** Whether the words that Claude quotes are the person's, in one piece. */
    private static boolean isQuoted(JsonNode item, String said) {
        String quote = Words.key(item.path("words").asString(""));
        return !quote.isEmpty() && (" " + Words.key(said) + " ").contains(" " + quote + " ");
    }

    private static Optional<BigDecimal> price(JsonNode input, String field, Set<String> words) {
        JsonNode price = input.path(field);
        if (!price.isNumber() || price.decimalValue().signum() <= 0) {
            return Optional.empty();
        }
        String whole = price.decimalValue().toBigInteger().toString();
        return words.contains(whole) ? Optional.of(price.decimalValue()) : Optional.empty();
    }
}
