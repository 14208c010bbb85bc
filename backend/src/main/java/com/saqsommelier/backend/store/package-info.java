/** The stores and how the contract shows them. */
@NullMarked
package com.saqsommelier.backend.store;

import org.jspecify.annotations.NullMarked;
