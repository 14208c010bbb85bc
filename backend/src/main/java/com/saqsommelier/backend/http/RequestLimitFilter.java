package com.saqsommelier.backend.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.saqsommelier.api.AccessControl;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each caller of the API make so many requests a minute: who sends the key has one budget, and each address without
 * it one of its own. The budget refills evenly, so that a caller who was refused need not wait for a whole minute.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
@Component
@Order(FilterOrder.LIMITS)
final class RequestLimitFilter extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** More callers than that within minutes share nothing but memory; the longest silent are forgotten. */
    private static final int MOST_CALLERS = 20_000;

    private static final String WITH_KEY = "key";

    private final RequestLimits limits;
    private final ApiKey key;
    private final OperationLookup operations;
    private final ProblemWriter problems;
    private final Cache<String, Bucket> budgets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    RequestLimitFilter(ApiAccess callers, ApiKey key, OperationLookup operations, ProblemWriter problems) {
        this.limits = callers.limits();
        this.key = key;
        this.operations = operations;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return operations.of(request).level().equals(Optional.of(AccessControl.Level.PUBLIC));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean withKey = key.isIn(request);
        int limit = withKey ? limits.perKey() : limits.perAddress();
        if (limit == 0) {
            chain.doFilter(request, response);
            return;
        }
        String policy = withKey ? WITH_KEY : "address";
        ConsumptionProbe probe = budgets.get(
                        withKey ? WITH_KEY : "address " + request.getRemoteAddr(), caller -> budget(limit))
                .tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"" + policy + "\";q=" + limit + ";w=" + WINDOW.toSeconds());
        response.setHeader(
                "RateLimit",
                "\"" + policy + "\";r=" + probe.getRemainingTokens() + ";t="
                        + seconds(
                                probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
        response.setHeader("Retry-After", Long.toString(wait));
        problems.write(
                request,
                response,
                ProblemKind.TOO_MANY_REQUESTS,
                "More than " + limit + " requests in a minute. The next one is answered in " + wait + " s"
                        + (withKey ? "." : "; with the key (X-API-Key) the limit is another."));
    }

    private static Bucket budget(int limit) {
        return Bucket.builder()
                .addLimit(budget -> budget.capacity(limit).refillGreedy(limit, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
