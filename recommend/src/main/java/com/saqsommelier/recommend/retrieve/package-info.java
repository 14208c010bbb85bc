/** From an understood question to bottles that exist, fit and can be bought, with a reason for each. */
@NullMarked
package com.saqsommelier.recommend.retrieve;

import org.jspecify.annotations.NullMarked;
