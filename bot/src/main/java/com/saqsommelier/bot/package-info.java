/**
 * The Telegram bot: reads what people write, asks the catalogue through the contract and answers in their language.
 *
 * <p>Here is what others may use and how the parts are put together; each part is a package below.
 */
@NullMarked
package com.saqsommelier.bot;

import org.jspecify.annotations.NullMarked;
