/** The small HTTP server that the stand-ins share; loopback only. */
@NullMarked
package com.saqsommelier.simulator.http;

import org.jspecify.annotations.NullMarked;
