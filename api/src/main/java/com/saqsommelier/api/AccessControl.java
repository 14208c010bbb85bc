package com.saqsommelier.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Access control of operations: who may call them. On an operation, or on a type for all of its operations that do not say
 * otherwise. An operation without it is refused to callers without the key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AccessControl {

    /** The callers that an operation admits. */
    Level value();

    /** Levels of access, from everybody to holders of the key; the order is that of strictness. */
    enum Level {

        /** Everybody, at any rate: health and pages for people. The request limit does not count it. */
        PUBLIC,

        /** The catalogue: everybody, or holders of the key alone, as the operator wants it. */
        CATALOGUE,

        /** About people: holders of the key alone, always. */
        PERSONAL
    }
}
