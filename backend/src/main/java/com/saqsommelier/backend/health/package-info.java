/** Whether the backend can do its work, and the numbers that an operator watches. */
@NullMarked
package com.saqsommelier.backend.health;

import org.jspecify.annotations.NullMarked;
