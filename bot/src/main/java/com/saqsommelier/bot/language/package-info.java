/** The bot's words in French and English, and how each language writes numbers and prices. */
@NullMarked
package com.saqsommelier.bot.language;

import org.jspecify.annotations.NullMarked;
