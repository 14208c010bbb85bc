package com.saqsommelier.backend.http;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.AccessControl.Level;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.QueryParameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that a handler does not know, or that is given twice where it may stand once: to leave either
 * out silently would answer another question than was asked.
 */
final class KnownParameters implements HandlerInterceptor {

    private static final Map<String, QueryParameter> OF_PRODUCTS =
            QueryParameter.ALL.stream().collect(Collectors.toMap(QueryParameter::name, Function.identity()));

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || Operation.declaredLevel(method)
                        .filter(level -> level != Level.PUBLIC)
                        .isEmpty()) {
            return true;
        }
        boolean products = Arrays.asList(method.getMethod().getParameterTypes()).contains(ProductQuery.class);
        List<String> known = products ? ofProducts(method) : own(method);
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new InvalidParameterException(name, values[0], accepted(known));
            }
            if (values.length > 1 && !repeatable(name, products)) {
                throw new InvalidParameterException(name, String.join(", ", values), "one value");
            }
        });
        return true;
    }

    private static boolean repeatable(String name, boolean products) {
        QueryParameter parameter = products ? OF_PRODUCTS.get(name) : null;
        return parameter != null && parameter.repeatable();
    }

    private static List<String> ofProducts(HandlerMethod method) {
        RefusedParameters without = method.getMethodAnnotation(RefusedParameters.class);
        List<String> refused = without == null ? List.of() : List.of(without.value());
        return OF_PRODUCTS.keySet().stream()
                .filter(name -> !refused.contains(name))
                .toList();
    }

    private static List<String> own(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .filter(Objects::nonNull)
                .map(RequestParam::name)
                .toList();
    }

    private static String accepted(List<String> known) {
        return known.isEmpty()
                ? "no parameter"
                : "one of " + known.stream().sorted().collect(joining(", "));
    }
}
