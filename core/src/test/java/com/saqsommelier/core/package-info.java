/** What the tests of this module and of those behind it share: a real database, and products to put into it. */
@NullMarked
package com.saqsommelier.core;

import org.jspecify.annotations.NullMarked;
