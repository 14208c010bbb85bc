@NullMarked
package com.saqsommelier.recommend.conversation;

import org.jspecify.annotations.NullMarked;
