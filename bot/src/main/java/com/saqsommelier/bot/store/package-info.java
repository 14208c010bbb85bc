/** The stores that people choose. */
@NullMarked
package com.saqsommelier.bot.store;

import org.jspecify.annotations.NullMarked;
