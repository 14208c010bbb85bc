/** The people whom the product serves: what they chose, what they watch, which stores are theirs. */
@NullMarked
package com.saqsommelier.core.person;

import org.jspecify.annotations.NullMarked;
