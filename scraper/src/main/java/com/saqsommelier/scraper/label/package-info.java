/** The labels that the site puts on products. */
@NullMarked
package com.saqsommelier.scraper.label;

import org.jspecify.annotations.NullMarked;
