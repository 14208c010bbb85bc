package com.saqsommelier.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** A request parameter of {@link ProductQuery}: the one list of their names, for those who write and who read them. */
public final class QueryParameter {

    /** The canonical constructor, which has most parameters. */
    private static final Constructor<?> QUERY = Arrays.stream(ProductQuery.class.getDeclaredConstructors())
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();

    /** All of them, in the order of the record. */
    public static final List<QueryParameter> ALL = all();

    private final String name;
    private final Class<?> type;
    private final Method component;

    private QueryParameter(String name, Class<?> type, Method component) {
        this.name = name;
        this.type = type;
        this.component = component;
    }

    /** The parameter with a name of the contract ({@code min_price}) or of a component ({@code minPrice}). */
    public static Optional<QueryParameter> named(String name) {
        return ALL.stream()
                .filter(one -> one.name.equals(name) || one.component.getName().equals(name))
                .findFirst();
    }

    /**
     * The query that has these values.
     *
     * @param values of each parameter, of its {@link #type()}; null where it is not set
     */
    public static ProductQuery query(Function<QueryParameter, @Nullable Object> values) {
        try {
            return (ProductQuery) QUERY.newInstance(ALL.stream().map(values).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a query with " + QUERY, e);
        }
    }

    /** Its name in the contract: {@code min_price}. */
    public String name() {
        return name;
    }

    /** What its text is read as; a {@link List} of texts where it is {@link #repeatable()}. */
    public Class<?> type() {
        return type;
    }

    /** Whether it may stand more than once. */
    public boolean repeatable() {
        return type.equals(List.class);
    }

    /** Its values in a query as they are written in an address; empty where the query does not set it. */
    public List<String> values(ProductQuery query) {
        return switch (read(query)) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(Object::toString).toList();
            case Sort sort -> List.of(sort.parameter());
            case Object one -> List.of(one.toString());
        };
    }

    private @Nullable Object read(ProductQuery query) {
        try {
            return component.invoke(query);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    /** {@code @BindParam} targets parameters, so it is found on the canonical constructor and not on the components. */
    private static List<QueryParameter> all() {
        return Arrays.stream(QUERY.getParameters()).map(QueryParameter::of).toList();
    }

    private static QueryParameter of(Parameter parameter) {
        String name = Objects.requireNonNull(parameter.getAnnotation(BindParam.class), parameter::getName)
                .value();
        try {
            return new QueryParameter(name, parameter.getType(), ProductQuery.class.getMethod(parameter.getName()));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(parameter + " is no component", e);
        }
    }
}
