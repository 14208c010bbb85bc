/** The catalogue: lists, counts, one product, those like it, and the table. */
@NullMarked
package com.saqsommelier.backend.product;

import org.jspecify.annotations.NullMarked;
