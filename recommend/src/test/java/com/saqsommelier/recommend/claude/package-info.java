@NullMarked
package com.saqsommelier.recommend.claude;

import org.jspecify.annotations.NullMarked;
