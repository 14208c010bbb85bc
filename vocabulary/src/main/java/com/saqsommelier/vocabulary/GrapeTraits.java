package com.saqsommelier.vocabulary;

/**
 * What most wines of a grape are like.
 *
 * @param red red, or else white
 * @param body 1 light to 3 full
 */
public record GrapeTraits(boolean red, int body) {}
