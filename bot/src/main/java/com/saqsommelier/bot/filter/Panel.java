package com.saqsommelier.bot.filter;

/** Which choice is open below a list. */
public enum Panel {
    /** None: the buttons that open one are there. */
    CLOSED(""),
    KINDS("k"),
    /** Colours or families within the chosen kind. */
    FAMILIES("f"),
    PRICES("p"),
    COUNTRIES("c"),
    AVAILABILITY("a"),
    ORDER("o"),
    /** The filters of a {@link Refinement}. */
    MORE("m"),
    GRAPES("g"),
    REGIONS("r"),
    TASTES("t"),
    SIZES("s");

    private final String code;

    Panel(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
