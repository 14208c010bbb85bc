/** Serves the contract over HTTP. */
@NullMarked
package com.saqsommelier.backend;

import org.jspecify.annotations.NullMarked;
