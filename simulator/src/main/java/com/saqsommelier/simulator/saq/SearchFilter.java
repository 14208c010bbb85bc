package com.saqsommelier.simulator.saq;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a filter.
 *
 * @param attribute the attribute that it looks at
 * @param accepts whether it lets a row through
 */
record SearchFilter(String attribute, IntPredicate accepts) {

    // Known to the catalogue, but nobody told that they can be filtered by.
    private static final Set<String> NOT_FILTERABLE = Set.of(
            "store_availability_list",
            "availability_front",
            "cepage",
            "pastille_gout",
            "millesime_produit",
            "pourcentage_alcool_par_volume",
            "name",
            "portrait_corps",
            "portrait_acidite",
            "portrait_arome");

    /**
     * A clause as a client sent it.
     *
     * @throws SearchException for an attribute that cannot be filtered by, or not so
     */
    static SearchFilter of(Map<String, Object> clause, SearchIndex index) {
        String attribute = String.valueOf(clause.get("attribute"));
        if (NOT_FILTERABLE.contains(attribute)) {
            throw new SearchException("Attribute " + attribute + " is not filterable");
        }
        IntPredicate accepts = switch (attribute) {
            case "price" -> range(attribute, clause.get("range"), index);
            case "categories", "categoryPath" -> {
                Set<String> paths = values(attribute, clause);
                yield row -> index.categories(row).stream().anyMatch(paths::contains);
            }
            case "pays_origine" -> {
                Set<String> countries = values(attribute, clause);
                yield row -> countries.contains(index.country(row));
            }
            case "sku" -> {
                Set<String> skus = values(attribute, clause);
                yield row -> skus.contains(index.sku(row));
            }
            case "visibility" -> {
                boolean visible = values(attribute, clause).contains("Catalog, Search");
                yield row -> visible;
            }
            // As documented: "Invalid attribute codes result in no matches."
            default -> row -> false;
        };
        return new SearchFilter(attribute, accepts);
    }

    /** What a phrase and all filters let through. */
    static IntPredicate all(IntPredicate phrase, List<SearchFilter> filters) {
        return filters.stream().map(SearchFilter::accepts).reduce(phrase, IntPredicate::and);
    }

    private static Set<String> values(String attribute, Map<String, Object> clause) {
        Set<String> values = new HashSet<>();
        Stream.of(clause.get("eq")).filter(String.class::isInstance).forEach(eq -> values.add((String) eq));
        if (clause.get("in") instanceof List<?> several) {
            several.stream().filter(String.class::isInstance).forEach(value -> values.add((String) value));
        } else if (values.isEmpty()) {
            throw new SearchException("Attribute " + attribute + " takes eq or in");
        }
        return values;
    }

    /** From is included and to is not, "which aligns with how price ranges are defined for facets". */
    private static IntPredicate range(String attribute, @Nullable Object range, SearchIndex index) {
        if (!(range instanceof Map<?, ?> bounds)) {
            throw new SearchException("Attribute " + attribute + " takes range");
        }
        double from = bounds.get("from") instanceof Number number ? number.doubleValue() : 0;
        double to = bounds.get("to") instanceof Number number ? number.doubleValue() : Double.POSITIVE_INFINITY;
        return row -> index.price(row) >= from && index.price(row) < to;
    }
}
