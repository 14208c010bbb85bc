/** Adobe Commerce Live Search, which saq.com's own search uses and which knows a record of every product. */
@NullMarked
package com.saqsommelier.scraper.livesearch;

import org.jspecify.annotations.NullMarked;
