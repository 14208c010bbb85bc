/** Calls the contract over HTTP. */
@NullMarked
package com.saqsommelier.api.client;

import org.jspecify.annotations.NullMarked;
