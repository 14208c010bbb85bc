/** A strict stand-in for Telegram: a Bot API server and a chat page for a browser. */
@NullMarked
package com.saqsommelier.simulator.telegram;

import org.jspecify.annotations.NullMarked;
