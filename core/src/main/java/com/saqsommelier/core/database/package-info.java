/** The PostgreSQL database: embedded under the data directory, or the operator's own; its schema by Flyway. */
@NullMarked
package com.saqsommelier.core.database;

import org.jspecify.annotations.NullMarked;
