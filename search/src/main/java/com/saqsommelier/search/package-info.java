/** The catalogue index: words, typos and filters, fed from core by revision. */
@NullMarked
package com.saqsommelier.search;

import org.jspecify.annotations.NullMarked;
