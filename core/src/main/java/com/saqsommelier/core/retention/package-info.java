/** Retention: how long rows are kept, and their deletion. */
@NullMarked
package com.saqsommelier.core.retention;

import org.jspecify.annotations.NullMarked;
