/** Changes that somebody may be told of. */
@NullMarked
package com.saqsommelier.core.event;

import org.jspecify.annotations.NullMarked;
