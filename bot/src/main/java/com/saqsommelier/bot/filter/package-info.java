/** What narrows a list of products, small enough for a button to carry. */
@NullMarked
package com.saqsommelier.bot.filter;

import org.jspecify.annotations.NullMarked;
