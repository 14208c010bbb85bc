/** Speaks Bot API: asks for updates, sends and edits messages, keeps the order of a chat. Knows nothing of wine. */
@NullMarked
package com.saqsommelier.bot.telegram;

import org.jspecify.annotations.NullMarked;
