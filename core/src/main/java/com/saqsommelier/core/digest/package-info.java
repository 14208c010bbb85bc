/** The weekly digest: what happened in a week, and who was told of it. */
@NullMarked
package com.saqsommelier.core.digest;

import org.jspecify.annotations.NullMarked;
