package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.VectorIndex;

/** The two halves of a search by meaning. */
public record Vectors(Embedder embedder, VectorIndex index) {}
