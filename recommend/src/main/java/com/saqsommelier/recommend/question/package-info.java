/** From a question in French or English to what is wanted, without a model. */
@NullMarked
package com.saqsommelier.recommend.question;

import org.jspecify.annotations.NullMarked;
