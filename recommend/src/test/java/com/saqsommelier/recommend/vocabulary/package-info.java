@NullMarked
package com.saqsommelier.recommend.vocabulary;

import org.jspecify.annotations.NullMarked;
