package com.saqsommelier.backend;

import com.saqsommelier.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for the key on everything below {@code /api/}, and nowhere else; the catalogue may be open, what is about people
 * never is.
 */
@Component
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-API-Key";

    private static final List<String> OF_PEOPLE = List.of("/api/v1/watches", "/api/v1/users", "/api/v1/deliveries");

    private final Optional<String> key;
    private final boolean open;
    private final JsonMapper json;

    ApiKeyFilter(BackendSettings settings, JsonMapper json) {
        this.key = settings.apiKey();
        this.open = settings.open();
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || (open && OF_PEOPLE.stream().noneMatch(path::startsWith));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> given = Optional.ofNullable(request.getHeader(HEADER));
        if (given.filter(this::matches).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        HttpStatus status = HttpStatus.UNAUTHORIZED;
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                new Problem(
                        "about:blank",
                        status.getReasonPhrase(),
                        status.value(),
                        given.isPresent()
                                ? "The key in " + HEADER + " is not the one of this backend (SOMMELIER_API_KEY)."
                                : "This backend asks for its key (SOMMELIER_API_KEY) in the header " + HEADER + ".",
                        request.getRequestURI(),
                        null));
    }

    /** Compares in constant time, so that answers do not tell how much of a guess was right. */
    private boolean matches(String given) {
        return key.filter(wanted -> MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
