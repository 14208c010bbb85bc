/** Who may talk to the bot. */
@NullMarked
package com.saqsommelier.core.access;

import org.jspecify.annotations.NullMarked;
