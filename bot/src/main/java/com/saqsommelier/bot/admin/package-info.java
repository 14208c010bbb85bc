/** Who may come in, what was done, and what is kept of it. */
@NullMarked
package com.saqsommelier.bot.admin;

import org.jspecify.annotations.NullMarked;
