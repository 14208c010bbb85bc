/** The Telegram bot; knows only the contract. */
@NullMarked
package com.saqsommelier.bot;

import org.jspecify.annotations.NullMarked;
