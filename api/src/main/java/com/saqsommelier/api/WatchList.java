package com.saqsommelier.api;

import java.util.List;

/**
 * What a person watches.
 *
 * @param watches the latest first
 */
public record WatchList(List<WatchView> watches) {}
