/**
 * Wishes as people type them, with conditions that are checked against the records of the bottles and never by what the
 * sommelier makes of these.
 */
@NullMarked
package com.saqsommelier.recommend.eval.wish;

import org.jspecify.annotations.NullMarked;
