/** What is to be told to whom, until it was told. */
@NullMarked
package com.saqsommelier.core.delivery;

import org.jspecify.annotations.NullMarked;
