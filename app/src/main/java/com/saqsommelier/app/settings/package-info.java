/** The one place that knows the environment: every setting, its default, and what it accepts. */
@NullMarked
package com.saqsommelier.app.settings;

import org.jspecify.annotations.NullMarked;
