@NullMarked
package com.saqsommelier.recommend.question;

import org.jspecify.annotations.NullMarked;
