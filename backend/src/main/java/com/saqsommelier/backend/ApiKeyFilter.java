package com.saqsommelier.backend;

import com.saqsommelier.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Asks for the operator's key, where one is set, on everything below {@code /api/}. */
@Component
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-API-Key";

    private final Optional<String> key;
    private final JsonMapper json;

    ApiKeyFilter(BackendSettings settings, JsonMapper json) {
        this.key = settings.apiKey();
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return key.isEmpty() || !request.getRequestURI().startsWith("/api/");
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
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), key.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }
}
