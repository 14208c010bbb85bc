/** Runs of the one-shot jobs: one at a time, resumed after a kill, remembered. */
@NullMarked
package com.saqsommelier.core.run;

import org.jspecify.annotations.NullMarked;
