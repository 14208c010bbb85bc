package com.saqsommelier.recommend.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** It also does all that an index must do, once it is open. */
class CircuitBreakingVectorIndexTest extends VectorIndexKit {

    private static final Duration REST = Duration.ofSeconds(30);

    private Instant now = Instant.EPOCH;
    private boolean away = true;
    private int opened;

    @Override
    VectorIndex empty() {
        return new CircuitBreakingVectorIndex(MODEL, () -> new ExactVectorIndex(MODEL), REST, InstantSource.system());
    }

    @Test
    void a_failure_opens_the_circuit_until_the_wait_is_over() {
        CircuitBreakingVectorIndex index = new CircuitBreakingVectorIndex(
                MODEL,
                () -> {
                    opened++;
                    if (away) {
                        throw new IllegalStateException("connection refused");
                    }
                    return new ExactVectorIndex(MODEL);
                },
                REST,
                () -> now);
        float[] question = {1, 0, 0, 0, 0, 0, 0, 0};

        assertThat(opened).as("before somebody asks").isZero();
        assertThatThrownBy(() -> index.nearest(question, 1, Optional.empty())).hasMessage("connection refused");
        assertThatThrownBy(() -> index.nearest(question, 1, Optional.empty())).isInstanceOf(VectorsAwayException.class);
        assertThatThrownBy(() -> index.delete(List.of("11"))).isInstanceOf(VectorsAwayException.class);
        assertThat(opened).isEqualTo(1);

        away = false;
        now = now.plus(REST).plusMillis(1);
        assertThat(index.nearest(question, 1, Optional.empty())).isEmpty();
        assertThat(index.hashes()).isEmpty();
        assertThat(opened).isEqualTo(2);
        index.close();
    }
}
