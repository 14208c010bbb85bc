package com.saqsommelier.backend.http;

import com.saqsommelier.api.Problem;
import com.saqsommelier.api.Problem.InvalidParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The kinds of problems, each a section of docs/problems.md, which is served as {@code /problems}. */
public enum ProblemKind {
    INVALID_PARAMETER("invalid-parameter", "Invalid parameter", HttpStatus.BAD_REQUEST),
    INVALID_BODY("invalid-body", "Invalid body", HttpStatus.BAD_REQUEST),
    KEY_NEEDED("key-needed", "Key needed", HttpStatus.UNAUTHORIZED),
    FOREIGN_ORIGIN("foreign-origin", "Foreign origin", HttpStatus.FORBIDDEN),
    UNKNOWN_PRODUCT("unknown-product", "Unknown product", HttpStatus.NOT_FOUND),
    NOT_FOUND("not-found", "Not found", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("method-not-allowed", "Method not allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("not-acceptable", "Not acceptable", HttpStatus.NOT_ACCEPTABLE),
    CONFLICT("conflict", "Conflict", HttpStatus.CONFLICT),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "Unsupported media type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY_REQUESTS("too-many-requests", "Too many requests", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR("internal-error", "Internal error", HttpStatus.INTERNAL_SERVER_ERROR),
    DATABASE_UNREACHABLE("database-unreachable", "Database unreachable", HttpStatus.SERVICE_UNAVAILABLE),

    /** Whatever HTTP refuses before the request means anything here: a malformed address, a header too long. */
    BAD_REQUEST("bad-request", "Bad request", HttpStatus.BAD_REQUEST);

    /** Where the page is, relative to the server. */
    static final String PAGE = "/problems";

    private final String anchor;
    private final String title;
    private final HttpStatus status;

    ProblemKind(String anchor, String title, HttpStatus status) {
        this.anchor = anchor;
        this.title = title;
        this.status = status;
    }

    /** The kind that a status alone tells. */
    static ProblemKind of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> KEY_NEEDED;
            case 404 -> NOT_FOUND;
            case 503 -> DATABASE_UNREACHABLE;
            default ->
                Stream.of(METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, CONFLICT, UNSUPPORTED_MEDIA_TYPE, TOO_MANY_REQUESTS)
                        .filter(kind -> kind.status.isSameCodeAs(status))
                        .findFirst()
                        .orElse(status.is4xxClientError() ? BAD_REQUEST : INTERNAL_ERROR);
        };
    }

    /** Its address, relative to the server. */
    public String type() {
        return PAGE + "#" + anchor;
    }

    String anchor() {
        return anchor;
    }

    /** What it is called, the same for each problem of the kind. */
    public String title() {
        return title;
    }

    /** With what it is answered. */
    public HttpStatus status() {
        return status;
    }

    /** A problem of this kind. */
    Problem problem(@Nullable String detail, String path) {
        return problem(status, detail, path, null);
    }

    /** A problem of this kind under a status that is more exact than the kind's. */
    Problem problem(
            HttpStatusCode exact, @Nullable String detail, String path, @Nullable List<InvalidParameter> errors) {
        return new Problem(type(), title, exact.value(), detail, path, errors);
    }
}
