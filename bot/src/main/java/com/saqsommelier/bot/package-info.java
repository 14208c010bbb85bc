/** The Telegram bot: reads what people write, asks the catalogue through the contract and answers in their language. */
@NullMarked
package com.saqsommelier.bot;

import org.jspecify.annotations.NullMarked;
