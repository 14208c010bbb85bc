/** Stand-ins for saq.com and Telegram, strict where the real ones are strict. */
@NullMarked
package com.saqsommelier.simulator;

import org.jspecify.annotations.NullMarked;
