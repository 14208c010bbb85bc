/** What can be tapped without knowing anything, the welcome, the help and the choice of a language. */
@NullMarked
package com.saqsommelier.bot.menu;

import org.jspecify.annotations.NullMarked;
