package com.saqsommelier.search;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Product;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the relevance table.
 *
 * @param query what a person types
 * @param first how many of the first hits must all be as expected
 * @param alternatives a hit meets all conditions of one of them; a condition is {@code field=text}
 */
record Expectation(String query, int first, List<List<String>> alternatives) {

    static Expectation of(String line) {
        String[] columns = line.split("\t", -1);
        List<List<String>> alternatives = Stream.of(columns[2].split(" ; "))
                .map(alternative -> List.of(alternative.split(" \\+ ")))
                .toList();
        return new Expectation(columns[0], Integer.parseInt(columns[1]), alternatives);
    }

    boolean isMetBy(Product product) {
        return alternatives.stream()
                .anyMatch(conditions -> conditions.stream().allMatch(condition -> holds(condition, product)));
    }

    private static boolean holds(String condition, Product product) {
        int equals = condition.indexOf('=');
        String field = condition.substring(0, equals);
        String text = condition.substring(equals + 1);
        if (field.equals("sku")) {
            return product.sku().equals(text);
        }
        return plain(value(field, product)).contains(plain(text));
    }

    /** Saint-Émilion and Saint Emilion are the same place. */
    private static String plain(String text) {
        return Keyword.of(text).replace('-', ' ');
    }

    private static String value(String field, Product product) {
        return switch (field) {
            case "name" -> product.name();
            case "producer" -> String.valueOf(product.facts().origin().producer());
            case "country" -> String.valueOf(product.facts().origin().country());
            case "region" -> String.valueOf(product.facts().origin().region());
            case "appellation" -> String.valueOf(product.facts().origin().appellation());
            case "color" -> String.valueOf(product.facts().composition().color());
            case "feature" -> String.join(", ", product.facts().composition().features());
            case "grape" ->
                product.facts().composition().grapes().stream().map(Grape::name).collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException("the table knows no field '" + field + "'");
        };
    }
}
