/** The HTTP contract: records and annotated interfaces, implemented by the backend and used by the bot. */
@NullMarked
package com.saqsommelier.api;

import org.jspecify.annotations.NullMarked;
