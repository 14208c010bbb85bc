@NullMarked
package com.saqsommelier.app.eval;

import org.jspecify.annotations.NullMarked;
