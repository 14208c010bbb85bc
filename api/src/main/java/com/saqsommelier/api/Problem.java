package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as problem details, {@code application/problem+json} (RFC 9457).
 *
 * @param type an address that names the kind of problem
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what happened here and what to do
 * @param instance the path that was called
 * @param errors the parameters that were refused; null where the problem is not about parameters
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Nullable String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<InvalidParameter> errors) {

    /**
     * A parameter that was refused.
     *
     * @param parameter its name
     * @param value what was given; null where it is missing
     * @param accepted what would have been accepted
     */
    public record InvalidParameter(
            String parameter, @Nullable String value, String accepted) {}
}
