/** The stores of the SAQ. */
@NullMarked
package com.saqsommelier.core.store;

import org.jspecify.annotations.NullMarked;
