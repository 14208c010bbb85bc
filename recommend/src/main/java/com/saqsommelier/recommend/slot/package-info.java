/** Slots for demands in numbers: how each is said, how a product is tested and whether it may be given up. */
@NullMarked
package com.saqsommelier.recommend.slot;

import org.jspecify.annotations.NullMarked;
