package com.saqsommelier.backend;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.Problem;
import com.saqsommelier.api.Problem.InvalidParameter;
import com.saqsommelier.api.QueryParameter;
import com.saqsommelier.api.Sort;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
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
                        .map(ProblemAnswers::invalidParameter)
                        .toList(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        Class<?> type = Objects.requireNonNullElse(e.getRequiredType(), String.class);
        return invalid(
                List.of(new InvalidParameter(e.getName(), String.valueOf(e.getValue()), acceptedAs(type))), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        String detail = NestedExceptionUtils.getMostSpecificCause(e) instanceof DatabindException wrong
                ? "The body is not the JSON that is asked for here: " + place(wrong)
                        + " is missing, or no value that is accepted. The API page says what is."
                : "The body is not the JSON that is asked for here: it cannot be read.";
        return answer(HttpStatus.BAD_REQUEST, detail, null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidParameterException e, HttpServletRequest request) {
        return invalid(List.of(e.parameter()), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooDeep(DeepPageException e, HttpServletRequest request) {
        return invalid(
                List.of(new InvalidParameter("page", Integer.toString(e.page()), String.valueOf(e.getMessage()))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknown(UnknownProductException e, HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, e.getMessage(), null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> databaseFails(DataAccessException e, HttpServletRequest request) {
        LOG.error("{} {} failed in the database", request.getMethod(), request.getRequestURI(), e);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer for now. The operator finds the cause in the log.",
                null,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            return answer(known.getStatusCode(), known.getBody().getDetail(), null, request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here, not with your request. The operator finds the cause in the log.",
                null,
                request);
    }

    private static ResponseEntity<Problem> invalid(List<InvalidParameter> parameters, HttpServletRequest request) {
        String detail = parameters.stream()
                .map(one -> one.parameter() + " was '" + one.value() + "'; accepted: " + one.accepted())
                .collect(joining(". "));
        return answer(HttpStatus.BAD_REQUEST, detail, parameters, request);
    }

    private static ResponseEntity<Problem> answer(
            HttpStatusCode status,
            @Nullable String detail,
            @Nullable List<InvalidParameter> errors,
            HttpServletRequest request) {
        String title = Optional.ofNullable(HttpStatus.resolve(status.value()))
                .map(HttpStatus::getReasonPhrase)
                .orElse("Error");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem("about:blank", title, status.value(), detail, request.getRequestURI(), errors));
    }

    private static InvalidParameter invalidParameter(FieldError error) {
        String accepted =
                error.isBindingFailure() ? acceptedBy(error.getField()) : String.valueOf(error.getDefaultMessage());
        Object value = error.getRejectedValue();
        return new InvalidParameter(
                QueryParameter.named(error.getField())
                        .map(QueryParameter::name)
                        .orElseGet(() -> inContract(error.getField())),
                value == null ? null : value.toString(),
                accepted);
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

    /** The name of a component in the contract: {@code user_id} for {@code userId}. */
    private static String inContract(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The name in the contract, which the parameter's annotation has. */
    private static String parameterName(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        return query != null
                ? query.name()
                : path != null ? path.name() : Objects.requireNonNullElse(parameter.getParameterName(), "body");
    }

    /** What a parameter's type takes, for a value that could not even be read as one. */
    private static String acceptedBy(String field) {
        Class<?> type =
                QueryParameter.named(field).<Class<?>>map(QueryParameter::type).orElse(String.class);
        return acceptedAs(type);
    }

    private static String acceptedAs(Class<?> type) {
        if (type.equals(Sort.class)) {
            return "one of " + Stream.of(Sort.values()).map(Sort::parameter).collect(joining(", "));
        }
        if (type.equals(Boolean.class)) {
            return "true or false";
        }
        if (type.equals(BigDecimal.class)) {
            return "a number, as 24.95";
        }
        return "a whole number";
    }
}
