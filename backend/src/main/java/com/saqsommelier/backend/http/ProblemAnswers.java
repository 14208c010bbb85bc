package com.saqsommelier.backend.http;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.Problem;
import com.saqsommelier.api.Problem.InvalidParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;

/**
 * Turns every failure into problem+json.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@RestControllerAdvice
final class ProblemAnswers {

    /** What a caller is told of a failure that is ours. */
    static final String OUR_FAULT =
            "Something went wrong here, not with your request. The operator finds the cause in the log.";

    /** What PostgreSQL answers to NUL in a text: character_not_in_repertoire. */
    private static final String UNSTORABLE = "22021";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    ResponseEntity<Problem> invalid(BindException e, HttpServletRequest request) {
        return invalid(
                e.getFieldErrors().stream()
                        .map(ProblemAnswers::invalidParameter)
                        .toList(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException e, HttpServletRequest request) {
        return invalid(
                e.getParameterValidationResults().stream()
                        .flatMap(ProblemAnswers::invalidParameters)
                        .toList(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        Class<?> type = Objects.requireNonNullElse(e.getRequiredType(), String.class);
        return invalid(
                List.of(new InvalidParameter(e.getName(), String.valueOf(e.getValue()), Accepted.as(type))), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        String detail = NestedExceptionUtils.getMostSpecificCause(e) instanceof DatabindException wrong
                ? "The body is not the JSON that is asked for here: " + place(wrong)
                        + " is missing, or no value that is accepted. The API page says what is."
                : "The body is not the JSON that is asked for here: it cannot be read.";
        return answer(ProblemKind.INVALID_BODY, detail, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidParameterException e, HttpServletRequest request) {
        return invalid(e.parameters(), request);
    }

    /** Thrown where the parameters are first looked at: a percent sign that no two digits follow, for instance. */
    @ExceptionHandler
    ResponseEntity<Problem> malformed(
            org.apache.tomcat.util.http.InvalidParameterException e, HttpServletRequest request) {
        return answer(
                ProblemKind.BAD_REQUEST,
                "The parameters are malformed: a sign as % is written as %25. " + e.getMessage(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknown(UnknownProductException e, HttpServletRequest request) {
        return answer(ProblemKind.UNKNOWN_PRODUCT, String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> databaseFails(DataAccessException e, HttpServletRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException refused
                && UNSTORABLE.equals(refused.getSQLState())) {
            return answer(
                    ProblemKind.BAD_REQUEST,
                    "A text has a character that no database stores: NUL (U+0000). Leave it out.",
                    request);
        }
        LOG.error("{} {} failed in the database", request.getMethod(), request.getRequestURI(), e);
        return answer(
                ProblemKind.DATABASE_UNREACHABLE,
                "The database does not answer for now. The operator finds the cause in the log.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            return answer(
                    ProblemKind.of(status).problem(status, known.getBody().getDetail(), request.getRequestURI(), null),
                    known.getHeaders());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(ProblemKind.INTERNAL_ERROR, OUR_FAULT, request);
    }

    private static ResponseEntity<Problem> invalid(List<InvalidParameter> parameters, HttpServletRequest request) {
        String detail = parameters.stream()
                .map(one -> one.parameter() + " was '" + one.value() + "'; accepted: " + one.accepted())
                .collect(joining(". "));
        ProblemKind kind = ProblemKind.INVALID_PARAMETER;
        return answer(kind.problem(kind.status(), detail, request.getRequestURI(), parameters), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(ProblemKind kind, String detail, HttpServletRequest request) {
        return answer(kind.problem(detail, request.getRequestURI()), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static InvalidParameter invalidParameter(FieldError error) {
        Object value = error.getRejectedValue();
        return new InvalidParameter(
                ContractName.of(error.getField()),
                value == null ? null : value.toString(),
                String.valueOf(error.getDefaultMessage()));
    }

    /** Of a body each field by its own name; where an address has constraints too, Spring reports both together. */
    private static Stream<InvalidParameter> invalidParameters(ParameterValidationResult result) {
        return result instanceof ParameterErrors body
                ? body.getFieldErrors().stream().map(ProblemAnswers::invalidParameter)
                : Stream.of(invalidParameter(result));
    }

    private static InvalidParameter invalidParameter(ParameterValidationResult result) {
        Object value = result.getArgument();
        return new InvalidParameter(
                parameterName(result.getMethodParameter()),
                value == null ? null : value.toString(),
                result.getResolvableErrors().stream()
                        .map(error -> String.valueOf(error.getDefaultMessage()))
                        .collect(joining(", ")));
    }

    private static String place(DatabindException e) {
        String path = e.getPath().stream()
                .map(step -> Objects.requireNonNullElse(step.getPropertyName(), "[" + step.getIndex() + "]"))
                .collect(joining("."));
        return path.isEmpty() ? "the whole" : "'" + path + "'";
    }

    /** The name in the contract, which the parameter's annotation has. */
    private static String parameterName(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        return query != null
                ? query.name()
                : path != null ? path.name() : Objects.requireNonNullElse(parameter.getParameterName(), "body");
    }
}
