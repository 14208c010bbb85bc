/** The sommelier's answers, whole and while they are written. */
@NullMarked
package com.saqsommelier.backend.recommendation;

import org.jspecify.annotations.NullMarked;
