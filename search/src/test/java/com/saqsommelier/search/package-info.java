/** What the catalogue index promises. */
@NullMarked
package com.saqsommelier.search;

import org.jspecify.annotations.NullMarked;
