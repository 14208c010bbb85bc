/** The schedule of the retention of data. */
@NullMarked
package com.saqsommelier.backend.retention;

import org.jspecify.annotations.NullMarked;
