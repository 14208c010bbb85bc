/** A stand-in for saq.com: a catalogue, generated or read from a CSV, served with the markup of the genuine site. */
@NullMarked
package com.saqsommelier.simulator.saq;

import org.jspecify.annotations.NullMarked;
