/** What can be bought where, and the events that follow from a change of it. */
@NullMarked
package com.saqsommelier.core.stock;

import org.jspecify.annotations.NullMarked;
