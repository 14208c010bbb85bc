@NullMarked
package com.saqsommelier.recommend.safety;

import org.jspecify.annotations.NullMarked;
