/** The door of the bots: who may come in, and what was done. */
@NullMarked
package com.saqsommelier.backend.access;

import org.jspecify.annotations.NullMarked;
