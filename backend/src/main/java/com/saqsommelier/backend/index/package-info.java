/** What answers are made from, kept as the database is: the index, the sommelier's shelf and the vectors. */
@NullMarked
package com.saqsommelier.backend.index;

import org.jspecify.annotations.NullMarked;
