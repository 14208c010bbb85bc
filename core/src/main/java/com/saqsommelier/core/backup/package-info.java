/** Backups of the database in one file each, and the way back: checked in a scratch schema before it takes over. */
@NullMarked
package com.saqsommelier.core.backup;

import org.jspecify.annotations.NullMarked;
