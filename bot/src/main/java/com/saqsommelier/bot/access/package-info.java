/** Access control of the bot: whether a sender is allowed, and in which language they are answered. */
@NullMarked
package com.saqsommelier.bot.access;

import org.jspecify.annotations.NullMarked;
