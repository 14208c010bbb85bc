@NullMarked
package com.saqsommelier.recommend.document;

import org.jspecify.annotations.NullMarked;
