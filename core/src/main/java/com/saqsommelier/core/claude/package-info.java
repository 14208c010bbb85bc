/** What calls of Claude cost. */
@NullMarked
package com.saqsommelier.core.claude;

import org.jspecify.annotations.NullMarked;
