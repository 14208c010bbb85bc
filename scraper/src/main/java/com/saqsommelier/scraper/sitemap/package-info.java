/** Sitemaps, read as they stream by. */
@NullMarked
package com.saqsommelier.scraper.sitemap;

import org.jspecify.annotations.NullMarked;
