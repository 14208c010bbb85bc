/** What people call kinds, places, grapes, styles, occasions and dishes, in French and English, kept as tables. */
@NullMarked
package com.saqsommelier.recommend.vocabulary;

import org.jspecify.annotations.NullMarked;
