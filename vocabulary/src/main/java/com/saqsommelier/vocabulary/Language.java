package com.saqsommelier.vocabulary;

/** A language that the sommelier reads and writes. */
public enum Language {
    FRENCH,
    ENGLISH
}
