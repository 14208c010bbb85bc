package com.saqsommelier.app;

/** The {@code sommelier} command. */
public final class Sommelier {

    private Sommelier() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {}
}
