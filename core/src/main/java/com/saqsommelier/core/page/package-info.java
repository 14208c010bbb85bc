/** What is known of each page of the site, and what the sitemaps of a run list. */
@NullMarked
package com.saqsommelier.core.page;

import org.jspecify.annotations.NullMarked;
