/** Tests of the command as its users run it, and of the house's own rules. */
@NullMarked
package com.saqsommelier.app;

import org.jspecify.annotations.NullMarked;
