/** The sommelier's work with Claude: understanding questions, telling reasons, answering what is asked about wine. */
@NullMarked
package com.saqsommelier.recommend.claude;

import org.jspecify.annotations.NullMarked;
