package com.saqsommelier.core.embedding;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A product's vector.
 *
 * @param hash of what it was made from
 * @param vector empty when the product has left; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Tens of thousands of them: no copies.
public record StoredVector(String sku, String hash, Optional<float[]> vector) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredVector(String otherSku, String otherHash, Optional<float[]> otherVector)
                && sku.equals(otherSku)
                && hash.equals(otherHash)
                && Arrays.equals(vector.orElse(null), otherVector.orElse(null));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sku, hash);
    }
}
