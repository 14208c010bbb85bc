/** Products: what is known of each, where it is kept, and the numbered revisions that readers follow. */
@NullMarked
package com.saqsommelier.core.product;

import org.jspecify.annotations.NullMarked;
