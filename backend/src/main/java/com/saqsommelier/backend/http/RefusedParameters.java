package com.saqsommelier.backend.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Parameters of a product query that mean nothing to a handler, and are therefore refused and not described. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RefusedParameters {

    /** Their names in the contract. */
    String[] value();
}
