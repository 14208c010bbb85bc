/** The sommelier: embeddings, retrieval, Claude, guardrails and evals. Nothing is here yet; the module holds its place in the flow. */
@NullMarked
package com.saqsommelier.recommend;

import org.jspecify.annotations.NullMarked;
