package com.saqsommelier.vocabulary;

/** What a term speaks of. */
public enum Theme {
    KIND("kinds.csv"),
    COLOUR("colours.csv"),
    COUNTRY("countries.csv"),
    REGION("regions.csv"),
    GRAPE("grapes.csv"),
    STYLE("styles.csv"),
    FEATURE("features.csv"),
    OCCASION("occasions.csv"),
    DISH("dishes.csv"),
    /** Classes, ages and ways of making that a label adds: Reserva, premier cru, VSOP. */
    DESIGNATION("designations.csv");

    private final String table;

    Theme(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
