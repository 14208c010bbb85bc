/** What people watch. */
@NullMarked
package com.saqsommelier.bot.watch;

import org.jspecify.annotations.NullMarked;
