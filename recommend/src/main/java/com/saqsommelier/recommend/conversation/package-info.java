/** A question within its conversation: what was said before, and who makes an understanding of both. */
@NullMarked
package com.saqsommelier.recommend.conversation;

import org.jspecify.annotations.NullMarked;
