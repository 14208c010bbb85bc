package com.saqsommelier.backend.http;

import com.saqsommelier.api.AccessControl.Level;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Access control: asks for the key where the operation that a request leads to needs it. Decides on the handler that the
 * dispatcher will call, never on how the address is spelled, and denies by default: an operation that does not say who may
 * call it needs the key, and so does an address without an operation where the catalogue is not open.
 */
@Component
@Order(FilterOrder.KEY)
final class ApiKeyFilter extends OncePerRequestFilter {

    private final ApiKey key;
    private final boolean open;
    private final OperationLookup operations;
    private final ProblemWriter problems;

    ApiKeyFilter(ApiAccess callers, ApiKey key, OperationLookup operations, ProblemWriter problems) {
        this.key = key;
        this.open = callers.open();
        this.operations = operations;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return switch (operations.of(request).level().orElse(Level.CATALOGUE)) {
            case PUBLIC -> true;
            case CATALOGUE -> open;
            case PERSONAL -> false;
        };
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
