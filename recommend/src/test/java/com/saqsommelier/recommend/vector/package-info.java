@NullMarked
package com.saqsommelier.recommend.vector;

import org.jspecify.annotations.NullMarked;
