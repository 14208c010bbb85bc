package com.saqsommelier.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A person's id: the channel and the id there, as {@code tg:123}. */
@NotNull
@Pattern(regexp = UserId.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface UserId {

    /** What an id looks like. */
    String PATTERN = "[a-z]{2,8}:-?[A-Za-z0-9_]{1,64}";

    /** What is accepted. */
    String message() default "the channel and the id there, as tg:123";

    /** Of Jakarta Validation; not used. */
    Class<?>[] groups() default {};

    /** Of Jakarta Validation; not used. */
    Class<? extends Payload>[] payload() default {};
}
