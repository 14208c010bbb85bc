@NullMarked
package com.saqsommelier.recommend.eval.wish;

import org.jspecify.annotations.NullMarked;
