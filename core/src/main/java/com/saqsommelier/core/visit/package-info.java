/** Which commands were given, each once. */
@NullMarked
package com.saqsommelier.core.visit;

import org.jspecify.annotations.NullMarked;
