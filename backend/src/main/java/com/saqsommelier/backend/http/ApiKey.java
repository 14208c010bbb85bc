package com.saqsommelier.backend.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The key that callers send. */
@Component
final class ApiKey {

    private final Optional<String> key;

    ApiKey(ApiAccess callers) {
        this.key = callers.apiKey();
    }

    /** Whether a request carries it; compares in constant time, so that answers do not tell how much of a guess was right. */
    boolean isIn(HttpServletRequest request) {
        String given = request.getHeader(ApiAccess.KEY_HEADER);
        return given != null
                && key.filter(wanted -> MessageDigest.isEqual(
                                given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
