package com.saqsommelier.simulator.saq;

import java.time.Instant;

/** A step of time in the invented world. */
sealed interface Tick {

    /** The moment that begins with it. */
    Instant at();

    /** A day: stock moves. */
    record Day(Instant at) implements Tick {}

    /**
     * A week: pages are written anew.
     *
     * @param moved the share of products whose lastmod moves
     * @param changed the share whose page says something else, among the moved ones
     */
    record Week(Instant at, double moved, double changed) implements Tick {}
}
