/** Commands of administrators: the allowlist, the audit log, and the data kept of people. */
@NullMarked
package com.saqsommelier.bot.admin;

import org.jspecify.annotations.NullMarked;
