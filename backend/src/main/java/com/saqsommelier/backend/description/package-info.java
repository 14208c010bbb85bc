/** The description of the contract for machines: what OpenAPI says beyond the interfaces. */
@NullMarked
package com.saqsommelier.backend.description;

import org.jspecify.annotations.NullMarked;
