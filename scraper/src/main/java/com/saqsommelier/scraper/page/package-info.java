/** Reads a product page of saq.com into facts: structured data, attribute list, price box. */
@NullMarked
package com.saqsommelier.scraper.page;

import org.jspecify.annotations.NullMarked;
