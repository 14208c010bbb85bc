/** Polite access to a site: robots.txt, one request at a time with pauses, retries, limits, and knowing when to give up. */
@NullMarked
package com.saqsommelier.scraper.site;

import org.jspecify.annotations.NullMarked;
