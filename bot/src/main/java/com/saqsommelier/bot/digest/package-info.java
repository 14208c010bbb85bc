/** The weekly digest: what it says, who gets it, and how it is sent. */
@NullMarked
package com.saqsommelier.bot.digest;

import org.jspecify.annotations.NullMarked;
