/** Benchmarks of single parts, run by the scripts in {@code bench/}. */
@NullMarked
package com.saqsommelier.bench;

import org.jspecify.annotations.NullMarked;
