/** What is known of a product in the terms of the vocabulary, and as an English text for embedding. */
@NullMarked
package com.saqsommelier.recommend.document;

import org.jspecify.annotations.NullMarked;
