/** A stand-in for the Claude API's Messages endpoint. */
@NullMarked
package com.saqsommelier.simulator.claude;

import org.jspecify.annotations.NullMarked;
