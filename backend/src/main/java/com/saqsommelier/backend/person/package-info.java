/** What people chose and what they watch. */
@NullMarked
package com.saqsommelier.backend.person;

import org.jspecify.annotations.NullMarked;
