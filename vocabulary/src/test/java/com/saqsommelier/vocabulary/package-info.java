@NullMarked
package com.saqsommelier.vocabulary;

import org.jspecify.annotations.NullMarked;
