/**
 * Serves the contract over HTTP.
 *
 * <p>Here is what others may use and how the parts are put together; each part is a package below.
 */
@NullMarked
package com.saqsommelier.backend;

import org.jspecify.annotations.NullMarked;
