/** Lists and cards of products. */
@NullMarked
package com.saqsommelier.bot.catalogue;

import org.jspecify.annotations.NullMarked;
