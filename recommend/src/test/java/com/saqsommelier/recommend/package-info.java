@NullMarked
package com.saqsommelier.recommend;

import org.jspecify.annotations.NullMarked;
