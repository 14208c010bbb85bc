package com.saqsommelier.backend;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.QueryParameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that a list does not know, or that is given twice where it may stand once: to leave either
 * out silently would answer another question than was asked.
 */
final class KnownParameters implements HandlerInterceptor {

    private static final Map<String, QueryParameter> KNOWN =
            QueryParameter.ALL.stream().collect(Collectors.toMap(QueryParameter::name, Function.identity()));

    private static final String ACCEPTED =
            "one of " + KNOWN.keySet().stream().sorted().collect(joining(", "));

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !takesQuery(method)) {
            return true;
        }
        request.getParameterMap().forEach((name, values) -> {
            QueryParameter known = KNOWN.get(name);
            if (known == null) {
                throw new InvalidParameterException(name, values[0], ACCEPTED);
            }
            if (!known.repeatable() && values.length > 1) {
                throw new InvalidParameterException(name, String.join(", ", values), "one value");
            }
        });
        return true;
    }

    private static boolean takesQuery(HandlerMethod method) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(ProductQuery.class);
    }
}
