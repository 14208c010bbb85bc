/** What was recommended, and how it was liked. */
@NullMarked
package com.saqsommelier.core.recommendation;

import org.jspecify.annotations.NullMarked;
