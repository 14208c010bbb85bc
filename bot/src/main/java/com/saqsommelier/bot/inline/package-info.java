/** Products to post in any chat: whoever types the bot's name and some words there chooses from a list. */
@NullMarked
package com.saqsommelier.bot.inline;

import org.jspecify.annotations.NullMarked;
