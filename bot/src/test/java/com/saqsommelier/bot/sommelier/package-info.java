@NullMarked
package com.saqsommelier.bot.sommelier;

import org.jspecify.annotations.NullMarked;
