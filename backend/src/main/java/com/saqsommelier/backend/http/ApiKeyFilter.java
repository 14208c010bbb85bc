package com.saqsommelier.backend.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the key on everything below {@code /api/}, and nowhere else; the catalogue may be open, what is about people
 * never is.
 */
@Component
@Order(FilterOrder.KEY)
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final List<String> OF_PEOPLE = List.of(
            "/api/v1/watches",
            "/api/v1/users",
            "/api/v1/access",
            "/api/v1/visits",
            "/api/v1/deliveries",
            "/api/v1/digest/recipients",
            "/api/v1/recommendations");

    private final ApiKey key;
    private final boolean open;
    private final ProblemWriter problems;

    ApiKeyFilter(ApiAccess callers, ApiKey key, ProblemWriter problems) {
        this.key = key;
        this.open = callers.open();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || (open && OF_PEOPLE.stream().noneMatch(path::startsWith));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (key.isIn(request)) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                request,
                response,
                ProblemKind.KEY_NEEDED,
                request.getHeader(ApiAccess.KEY_HEADER) != null
                        ? "The key in " + ApiAccess.KEY_HEADER + " is not the one of this backend (SOMMELIER_API_KEY)."
                        : "This backend asks for its key (SOMMELIER_API_KEY) in the header " + ApiAccess.KEY_HEADER
                                + ".");
    }
}
