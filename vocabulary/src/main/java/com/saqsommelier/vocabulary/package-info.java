/** What people call kinds, places, grapes, styles, occasions and dishes, in French and English, kept as tables. */
@NullMarked
package com.saqsommelier.vocabulary;

import org.jspecify.annotations.NullMarked;
