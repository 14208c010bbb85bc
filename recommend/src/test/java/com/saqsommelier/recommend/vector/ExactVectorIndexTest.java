package com.saqsommelier.recommend.vector;

class ExactVectorIndexTest extends VectorIndexKit {

    @Override
    VectorIndex empty() {
        return new ExactVectorIndex(MODEL);
    }
}
