/** From saq.com to core: robots.txt, sitemaps, pages, parsed products. */
@NullMarked
package com.saqsommelier.scraper;

import org.jspecify.annotations.NullMarked;
