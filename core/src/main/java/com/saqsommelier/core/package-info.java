/** What the system knows and where it is kept: products, their tables (Flyway) and their queries. */
@NullMarked
package com.saqsommelier.core;

import org.jspecify.annotations.NullMarked;
