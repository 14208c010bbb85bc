/** Alerts that bots claim, send and report. */
@NullMarked
package com.saqsommelier.backend.delivery;

import org.jspecify.annotations.NullMarked;
