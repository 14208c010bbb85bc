/** Tells people what became of what they watch. */
@NullMarked
package com.saqsommelier.bot.alert;

import org.jspecify.annotations.NullMarked;
