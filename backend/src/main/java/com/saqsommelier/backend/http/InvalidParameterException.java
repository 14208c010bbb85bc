package com.saqsommelier.backend.http;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.Problem.InvalidParameter;
import java.util.List;

/** Parameters that cannot be accepted. */
public final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidParameter> parameters;

    /**
     * One parameter.
     *
     * @param name in the contract
     * @param value as it was given
     * @param accepted what would have been, in words
     */
    public InvalidParameterException(String name, String value, String accepted) {
        this(List.of(new InvalidParameter(name, value, accepted)));
    }

    InvalidParameterException(List<InvalidParameter> parameters) {
        super(parameters.stream().map(InvalidParameter::parameter).collect(joining(", ")));
        this.parameters = List.copyOf(parameters);
    }

    List<InvalidParameter> parameters() {
        return parameters;
    }
}
