/** What a drinker does from the first contact on, with the whole system running on stand-ins as in the demo. */
@NullMarked
package com.saqsommelier.app.journey;

import org.jspecify.annotations.NullMarked;
