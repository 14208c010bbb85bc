package com.saqsommelier.core.product;

import java.time.Instant;

/**
 * Which state of a product is stored.
 *
 * @param sku SAQ's code
 * @param revision the number of its last change
 * @param changedAt when that was; with the number it tells states apart even where numbers were given anew, as after a
 *     restored backup
 * @param delisted whether the catalogue no longer lists it
 */
public record ProductVersion(String sku, long revision, Instant changedAt, boolean delisted) {}
