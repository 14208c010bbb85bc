package com.saqsommelier.backend;

import com.saqsommelier.api.Problem.InvalidParameter;

/** A parameter that cannot be accepted. */
final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient InvalidParameter parameter;

    InvalidParameterException(String name, String value, String accepted) {
        super(name);
        this.parameter = new InvalidParameter(name, value, accepted);
    }

    InvalidParameter parameter() {
        return parameter;
    }
}
