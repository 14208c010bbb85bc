/** What people ask for: commands, links and texts that they write, and buttons that they tap. */
@NullMarked
package com.saqsommelier.bot.command;

import org.jspecify.annotations.NullMarked;
