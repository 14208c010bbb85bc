/** The catalogues over which the sommelier is measured. */
@NullMarked
package com.saqsommelier.app.eval;

import org.jspecify.annotations.NullMarked;
