/** Sentences as vectors, and indexes that find the nearest ones. */
@NullMarked
package com.saqsommelier.recommend.vector;

import org.jspecify.annotations.NullMarked;
