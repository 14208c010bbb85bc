/** What a person can demand of a bottle in numbers: how it is said, how a product is tested and whether it may be given up. */
@NullMarked
package com.saqsommelier.recommend.slot;

import org.jspecify.annotations.NullMarked;
