package com.saqsommelier.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of something a command is to take: 1 or more. */
final class PositiveNumber implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is too small is.
        }
        throw new TypeConversionException("'" + value + "' is not accepted; accepted: 1 or more");
    }
}
