package com.saqsommelier.backend.http;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.Sort;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What a parameter takes, for a value that could not even be read. */
final class Accepted {

    private Accepted() {}

    /** What is read as a type. */
    static String as(Class<?> type) {
        if (type.equals(Sort.class)) {
            return "one of " + Stream.of(Sort.values()).map(Sort::parameter).collect(joining(", "));
        }
        if (type.equals(Boolean.class)) {
            return "true or false";
        }
        if (type.equals(BigDecimal.class)) {
            return "a number, as 24.95";
        }
        return "a whole number";
    }
}
