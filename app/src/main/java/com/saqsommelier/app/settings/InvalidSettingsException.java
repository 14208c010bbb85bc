package com.saqsommelier.app.settings;

import java.util.List;

/** Settings that cannot be used; the message has a line for each, with its name, its value and what is accepted. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
