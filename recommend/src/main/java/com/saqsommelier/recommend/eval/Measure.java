package com.saqsommelier.recommend.eval;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure of an eval.
 *
 * @param name in words
 * @param value between 0 and 1, or a count
 * @param of how many answers, bottles or pairs it was taken from; 0 where there was none
 * @param floor what it must reach; empty where nothing is demanded
 * @param most whether the floor is a ceiling
 */
public record Measure(String name, double value, int of, OptionalDouble floor, boolean most) {

    static Measure atLeast(String name, double value, int of, double floor) {
        return new Measure(name, value, of, OptionalDouble.of(floor), false);
    }

    static Measure atMost(String name, double value, int of, double ceiling) {
        return new Measure(name, value, of, OptionalDouble.of(ceiling), true);
    }

    static Measure told(String name, double value, int of) {
        return new Measure(name, value, of, OptionalDouble.empty(), false);
    }

    /** Whether it is as good as demanded; one that was taken from nothing is. */
    public boolean holds() {
        return of == 0 || floor.isEmpty() || (most ? value <= floor.getAsDouble() : value >= floor.getAsDouble());
    }

    /** The demand in words; empty where there is none. */
    public String demand() {
        return floor.isEmpty() ? "" : (most ? "≤ " : "≥ ") + shown(floor.getAsDouble());
    }

    /** The value in words. */
    public String shown() {
        return of == 0 ? "–" : shown(value);
    }

    private String shown(double number) {
        return most ? Integer.toString((int) number) : String.format(Locale.ROOT, "%.3f", number);
    }
}
