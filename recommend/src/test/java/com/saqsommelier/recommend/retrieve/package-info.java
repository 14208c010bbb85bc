@NullMarked
package com.saqsommelier.recommend.retrieve;

import org.jspecify.annotations.NullMarked;
