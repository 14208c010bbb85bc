@NullMarked
package com.saqsommelier.recommend.eval;

import org.jspecify.annotations.NullMarked;
