/** The sommelier command: reads settings, composes the parts, runs one command. */
@NullMarked
package com.saqsommelier.app;

import org.jspecify.annotations.NullMarked;
