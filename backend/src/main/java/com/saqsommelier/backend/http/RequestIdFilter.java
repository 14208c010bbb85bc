package com.saqsommelier.backend.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, the caller's own where it sends a fitting one, returns it and writes it beside what is logged
 * about the request.
 */
@Component
@Order(FilterOrder.REQUEST_ID)
final class RequestIdFilter extends OncePerRequestFilter {

    /** The header that carries it both ways. */
    static final String HEADER = "X-Request-Id";

    /** Under which it stands in the log. */
    static final String LOGGED_AS = "request_id";

    /** Nothing that could forge a line of the log or a header. */
    private static final Pattern FITTING = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> FITTING.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable logged = MDC.putCloseable(LOGGED_AS, id)) {
            chain.doFilter(request, response);
        }
    }
}
