package com.saqsommelier.backend;

import com.saqsommelier.api.ProductQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that a list does not know, or that is given twice where it may stand once: to leave either
 * out silently would answer another question than was asked.
 */
final class KnownParameters implements HandlerInterceptor {

    /** Each parameter's name, and whether it may be repeated. */
    private static final Map<String, Boolean> REPEATABLE = repeatable();

    /** The parameter's name in the contract, by the name of the record's component. */
    static String contractName(String component) {
        return Arrays.stream(constructorParameters())
                .filter(parameter -> parameter.getName().equals(component))
                .map(KnownParameters::name)
                .findFirst()
                .orElse(component);
    }

    /** The type of a parameter, by either of its names. */
    static Class<?> type(String name) {
        return Arrays.stream(constructorParameters())
                .filter(parameter ->
                        parameter.getName().equals(name) || name(parameter).equals(name))
                .<Class<?>>map(Parameter::getType)
                .findFirst()
                .orElse(String.class);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !takesQuery(method)) {
            return true;
        }
        request.getParameterMap().forEach((name, values) -> {
            Boolean repeatable = REPEATABLE.get(name);
            if (repeatable == null) {
                throw new InvalidParameterException(
                        name, values[0], "one of " + String.join(", ", REPEATABLE.keySet()));
            }
            if (!repeatable && values.length > 1) {
                throw new InvalidParameterException(name, String.join(", ", values), "one value");
            }
        });
        return true;
    }

    private static boolean takesQuery(HandlerMethod method) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(ProductQuery.class);
    }

    private static Map<String, Boolean> repeatable() {
        Map<String, Boolean> repeatable = new TreeMap<>();
        for (Parameter parameter : constructorParameters()) {
            repeatable.put(name(parameter), parameter.getType().equals(List.class));
        }
        return repeatable;
    }

    private static Parameter[] constructorParameters() {
        return ProductQuery.class.getDeclaredConstructors()[0].getParameters();
    }

    private static String name(Parameter parameter) {
        return Objects.requireNonNull(parameter.getAnnotation(BindParam.class)).value();
    }
}
