/** The digest of a week, and who gets it. */
@NullMarked
package com.saqsommelier.backend.digest;

import org.jspecify.annotations.NullMarked;
