/** Products as vectors, as they are stored. */
@NullMarked
package com.saqsommelier.core.embedding;

import org.jspecify.annotations.NullMarked;
