package com.saqsommelier.core.delivery;

/**
 * How it stands with what is to be told.
 *
 * @param waiting how many have not ended and are not held by quiet hours
 * @param held how many wait for the end of quiet hours
 * @param oldestSeconds since when the oldest of those that wait could have been told; 0 where none waits
 * @param failed how many were given up in the last 24 hours, because the channel would not take them
 */
public record DeliveryCounts(long waiting, long held, long oldestSeconds, long failed) {}
