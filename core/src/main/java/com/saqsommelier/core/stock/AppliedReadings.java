package com.saqsommelier.core.stock;

/**
 * Counts of what a batch of readings changed.
 *
 * @param products products of which they were the freshest
 * @param stores products in single stores of which they were the freshest
 * @param events events that were written
 */
public record AppliedReadings(int products, int stores, int events) {}
