package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollingPauseTest {

    private final PollingPause pause = new PollingPause();

    @Test
    void it_grows_with_each_failure_and_never_beyond_a_minute() {
        assertThat(pause.nextBackOffMillis()).isBetween(250L, 750L);
        assertThat(pause.nextBackOffMillis()).isBetween(500L, 1_500L);
        for (int n = 0; n < 8; n++) {
            pause.nextBackOffMillis();
        }
        for (int n = 0; n < 1_000; n++) {
            assertThat(pause.nextBackOffMillis()).isEqualTo(60_000L);
        }
    }

    @Test
    void a_success_makes_it_short_again() {
        for (int n = 0; n < 20; n++) {
            pause.nextBackOffMillis();
        }
        pause.reset();

        assertThat(pause.nextBackOffMillis()).isBetween(250L, 750L);
    }
}
