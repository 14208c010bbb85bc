@NullMarked
package com.saqsommelier.core.embedding;

import org.jspecify.annotations.NullMarked;
