/** Who writes: whether they may, and in which language they are answered. */
@NullMarked
package com.saqsommelier.bot.access;

import org.jspecify.annotations.NullMarked;
