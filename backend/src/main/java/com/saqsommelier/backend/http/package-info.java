/** What is around every answer: who may ask and how often, how a query is read, and how failures are told. */
@NullMarked
package com.saqsommelier.backend.http;

import org.jspecify.annotations.NullMarked;
