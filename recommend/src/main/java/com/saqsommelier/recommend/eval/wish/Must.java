package com.saqsommelier.recommend.eval.wish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Conditions on every bottle of an answer, as the files of wishes write them. What a record does not state does not meet
 * a condition on it, save one that forbids.
 */
public final class Must {

    private static final Pattern SPARKLING =
            words("mousseux|sparkling|champagne|prosecco|cava|cr[eé]mant|franciacorta|p[eé]t-?nat|p[eé]tillant|sekt");

    /** Texts of a record by the name of the condition on them; with {@code not_} before it, none of them may match. */
    private static final Map<String, Function<BottleRecord, Stream<String>>> TEXTS = Map.ofEntries(
            Map.entry("color", bottle -> bottle.color().stream()),
            Map.entry("country", bottle -> bottle.country().stream()),
            Map.entry("place", Must::places),
            Map.entry("grape", bottle -> bottle.grapes().stream()),
            Map.entry("name", bottle -> bottle.names().stream()),
            Map.entry("feature", bottle -> bottle.features().stream()),
            Map.entry("breadcrumb", bottle -> bottle.breadcrumb().stream()),
            Map.entry("feature_or_name", bottle -> both(bottle.features(), bottle.names())),
            Map.entry("name_or_classification", bottle -> both(bottle.names(), bottle.classification())),
            Map.entry("classification_or_name", bottle -> both(bottle.names(), bottle.classification())));

    private static final Map<String, Function<BottleRecord, OptionalDouble>> NUMBERS = Map.of(
            "price", BottleRecord::price,
            "sugar", BottleRecord::sugar,
            "alcohol", BottleRecord::alcohol,
            "rating", BottleRecord::rating,
            "size", BottleRecord::size,
            "vintage",
                    bottle -> bottle.vintage().isPresent()
                            ? OptionalDouble.of(bottle.vintage().getAsInt())
                            : OptionalDouble.empty());

    private final JsonNode conditions;

    private Must(JsonNode conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads conditions.
     *
     * @throws IllegalArgumentException naming a condition that nobody knows
     */
    static Must read(JsonNode conditions) {
        Must must = new Must(conditions);
        conditions.propertyNames().forEach(must::requireKnown);
        return must;
    }

    /** Whether no bottle is a right answer. */
    public boolean wantsNone() {
        return conditions.path("expect").asString("").equals("none");
    }

    /** Whether nothing is demanded, so that the answer is for a person to judge. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /**
     * The names of the conditions that some bottle of an answer does not meet.
     *
     * @param cheapest the lowest price of the answer before it in its conversation
     */
    public Set<String> unmet(List<BottleRecord> answer, OptionalDouble cheapest) {
        Set<String> unmet = new LinkedHashSet<>();
        for (BottleRecord bottle : answer) {
            unmet.addAll(unmetBy(bottle, cheapest));
        }
        for (JsonNode color : conditions.path("colors_together")) {
            if (answer.stream().noneMatch(bottle -> matches(color.asString(), bottle.color().stream()))) {
                unmet.add("colors_together");
            }
        }
        return unmet;
    }

    /** The same of one bottle by itself. */
    List<String> unmetBy(BottleRecord bottle, OptionalDouble cheapest) {
        List<String> unmet = new ArrayList<>();
        for (Map.Entry<String, JsonNode> condition : conditions.properties()) {
            if (!holds(condition.getKey(), condition.getValue(), bottle, cheapest)) {
                unmet.add(condition.getKey());
            }
        }
        return unmet;
    }

    private static boolean holds(String key, JsonNode value, BottleRecord bottle, OptionalDouble cheapest) {
        return switch (key) {
            case "expect" -> !value.asString().equals("none");
            case "colors_together" -> true;
            case "all_grapes" ->
                value.valueStream().allMatch(grape -> matches(grape.asString(), bottle.grapes().stream()));
            case "size_ml" ->
                bottle.size().isPresent()
                        && value.valueStream()
                                .anyMatch(
                                        size -> size.asDouble() == bottle.size().getAsDouble());
            case "file" -> value.asString().equals(file(bottle));
            case "sparkling" -> value.asBoolean() == sparkling(bottle);
            case "cheaper" ->
                cheapest.isEmpty()
                        || (bottle.price().isPresent() && bottle.price().getAsDouble() < cheapest.getAsDouble());
            default -> holdsByName(key, value, bottle);
        };
    }

    private static boolean holdsByName(String key, JsonNode value, BottleRecord bottle) {
        if (key.endsWith("_min")) {
            return number(key, bottle, number -> number - value.asDouble());
        }
        if (key.endsWith("_max")) {
            return number(key, bottle, number -> value.asDouble() - number);
        }
        return key.startsWith("not_")
                ? !matches(value.asString(), texts(key.substring(4)).apply(bottle))
                : matches(value.asString(), texts(key).apply(bottle));
    }

    private static boolean number(String key, BottleRecord bottle, ToDoubleFunction<Double> spare) {
        OptionalDouble number = Objects.requireNonNull(NUMBERS.get(key.substring(0, key.length() - 4)))
                .apply(bottle);
        return number.isPresent() && spare.applyAsDouble(number.getAsDouble()) >= -1e-9;
    }

    private static Function<BottleRecord, Stream<String>> texts(String key) {
        return Objects.requireNonNull(TEXTS.get(key));
    }

    private static String file(BottleRecord bottle) {
        String shelf = bottle.breadcrumb().stream()
                .map(step -> step.toLowerCase(Locale.ROOT))
                .filter(step -> !step.equals("produits") && !step.equals("products"))
                .findFirst()
                .orElse("");
        return shelf.startsWith("spirit")
                ? "spirit"
                : words("vin|wine|champagne|porto|port").matcher(shelf).find() ? "wine" : "other";
    }

    private static boolean sparkling(BottleRecord bottle) {
        return file(bottle).equals("wine")
                && Stream.of(bottle.breadcrumb(), bottle.origins(), bottle.names())
                        .flatMap(List::stream)
                        .anyMatch(text -> SPARKLING.matcher(text).find());
    }

    private static Stream<String> places(BottleRecord bottle) {
        return Stream.concat(bottle.origins().stream(), both(bottle.names(), bottle.classification()));
    }

    private static Stream<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream());
    }

    private static boolean matches(String regex, Stream<String> texts) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return texts.anyMatch(text -> pattern.matcher(text).find());
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void requireKnown(String key) {
        boolean known = Set.of("expect", "colors_together", "all_grapes", "size_ml", "file", "sparkling", "cheaper")
                        .contains(key)
                || TEXTS.containsKey(key.startsWith("not_") ? key.substring(4) : key)
                || ((key.endsWith("_min") || key.endsWith("_max"))
                        && NUMBERS.containsKey(key.substring(0, key.length() - 4)));
        if (!known) {
            throw new IllegalArgumentException("no condition is called \"" + key + "\"");
        }
    }

    @Override
    public String toString() {
        return conditions.toString();
    }
}
