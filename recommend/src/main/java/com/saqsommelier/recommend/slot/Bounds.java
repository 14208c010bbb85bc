package com.saqsommelier.recommend.slot;

import java.util.OptionalDouble;

/**
 * The numbers that will do, both ends inclusive; an absent end is open.
 *
 * @param min at most {@code max} unless two demands contradict each other
 */
public record Bounds(OptionalDouble min, OptionalDouble max) {

    /** At most so much. */
    public static Bounds upTo(double max) {
        return new Bounds(OptionalDouble.empty(), OptionalDouble.of(max));
    }

    /** At least so much. */
    public static Bounds from(double min) {
        return new Bounds(OptionalDouble.of(min), OptionalDouble.empty());
    }

    /** Between two numbers, in whichever order they come. */
    public static Bounds between(double one, double other) {
        return new Bounds(OptionalDouble.of(Math.min(one, other)), OptionalDouble.of(Math.max(one, other)));
    }

    /** Whether a number lies within. */
    public boolean contain(double number) {
        return (min.isEmpty() || min.getAsDouble() <= number) && (max.isEmpty() || number <= max.getAsDouble());
    }

    /** The intersection of both; empty in the sense of {@link #isImpossible()} when nothing does. */
    public Bounds and(Bounds other) {
        return new Bounds(
                min.isEmpty() || (other.min.isPresent() && other.min.getAsDouble() > min.getAsDouble())
                        ? other.min
                        : min,
                max.isEmpty() || (other.max.isPresent() && other.max.getAsDouble() < max.getAsDouble())
                        ? other.max
                        : max);
    }

    /** Whether no number lies within: more than 50 and less than 20. */
    public boolean isImpossible() {
        return min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble();
    }
}
