/** Lists of stores as saq.com gives them: the directory, and the stores that have a product. */
@NullMarked
package com.saqsommelier.scraper.store;

import org.jspecify.annotations.NullMarked;
