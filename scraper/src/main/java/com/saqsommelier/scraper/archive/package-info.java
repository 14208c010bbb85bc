/** Pages as the site sent them, kept in WARC files. */
@NullMarked
package com.saqsommelier.scraper.archive;

import org.jspecify.annotations.NullMarked;
