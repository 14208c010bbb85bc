package com.saqsommelier.backend.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation whose answers have an ETag. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tagged {

    /** Whether answers depend on nothing but their address and the index, so that they may be cached. */
    boolean fromIndex() default false;
}
