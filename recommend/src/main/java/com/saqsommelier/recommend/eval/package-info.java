/** Questions with what a good answer must be, and how near the answers come to it. */
@NullMarked
package com.saqsommelier.recommend.eval;

import org.jspecify.annotations.NullMarked;
