package com.saqsommelier.backend.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.saqsommelier.search.CatalogueIndex;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each answer of the catalogue an ETag, answers {@code If-None-Match}, and keeps the answers that come from the
 * index alone for as long as the index stays as it is.
 *
 * <p>Invariant: an answer is kept under the generation that was read before it was worked out, so what is found under the
 * present generation is never older than the present index.
 */
@Component
@Order(FilterOrder.ANSWERS)
final class AnswerFilter extends OncePerRequestFilter {

    private static final long MOST_BYTES = 12L << 20;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private record Question(
            long generation, String path, @Nullable String query) {}

    private static final class Answer {

        private final byte[] body;
        private final String contentType;
        private final String etag;

        Answer(byte[] body, String contentType) {
            this.body = body;
            this.contentType = contentType;
            // Weak: with gzip and without it the bytes are not the same.
            this.etag = "W/\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        }
    }

    private final CatalogueIndex index;
    private final OperationLookup operations;
    private final Cache<Question, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Question question, Answer answer) -> answer.body.length
                    + (question.query() == null ? 0 : 2 * question.query().length()))
            .expireAfterAccess(UNUSED)
            .build();

    AnswerFilter(CatalogueIndex index, OperationLookup operations) {
        this.operations = operations;
        this.index = index;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return tagged(request).isEmpty() || !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean fromIndex = tagged(request).filter(Tagged::fromIndex).isPresent() && takesJson(request);
        Answer answer = fromIndex ? keptOrWorkedOut(request, response, chain) : workOut(request, response, chain);
        if (answer != null) {
            give(answer, request, response);
        }
    }

    private Optional<Tagged> tagged(HttpServletRequest request) {
        return operations.of(request).annotation(Tagged.class);
    }

    private @Nullable Answer keptOrWorkedOut(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Question question = new Question(index.generation(), request.getRequestURI(), request.getQueryString());
        Answer answer = answers.getIfPresent(question);
        if (answer == null) {
            answer = workOut(request, response, chain);
            if (answer != null) {
                answers.put(question, answer);
            }
        } else {
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent((ServerRequestObservationContext context) -> context.setPathPattern(question.path()));
        }
        return answer;
    }

    /** The answer of the controller; null where it is an error, which has been given then. */
    private static @Nullable Answer workOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, copy);
        if (copy.getStatus() != HttpServletResponse.SC_OK || copy.getContentType() == null) {
            copy.copyBodyToResponse();
            return null;
        }
        return new Answer(copy.getContentAsByteArray(), copy.getContentType());
    }

    private static void give(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (new ServletWebRequest(request, response).checkNotModified(answer.etag)) {
            return;
        }
        response.setContentType(answer.contentType);
        response.setContentLength(answer.body.length);
        response.getOutputStream().write(answer.body);
    }

    private static boolean takesJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains("*/*") || accept.contains("application/json");
    }
}
