/**
 * Sayings that need care rather than wine, recognized before anything is looked up or asked of a model: minors, thoughts
 * of suicide, withdrawal, pregnancy, driving, medicine.
 */
@NullMarked
package com.saqsommelier.recommend.safety;

import org.jspecify.annotations.NullMarked;
