package com.saqsommelier.search;

import java.util.List;

/**
 * What was found.
 *
 * @param skus the requested part, in order
 * @param total how many products match in all
 */
public record Matches(List<String> skus, long total) {}
