/** Tests of the settings. */
@NullMarked
package com.saqsommelier.app.settings;

import org.jspecify.annotations.NullMarked;
