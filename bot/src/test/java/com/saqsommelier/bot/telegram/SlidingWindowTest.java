package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {

    private static final int MOST = 30;
    private static final long LENGTH = 1_000;

    private final SlidingWindow window = new SlidingWindow(MOST, LENGTH);

    @Test
    void so_many_pass_at_once_and_the_next_when_the_first_is_long_enough_ago() {
        for (int call = 0; call < MOST; call++) {
            assertThat(window.delay(call)).isZero();
            pass(call, call);
        }

        assertThat(window.delay(500)).isEqualTo(500);
        assertThat(window.delay(LENGTH)).isZero();
    }

    @Test
    void a_call_under_way_counts_until_it_is_over() {
        SlidingWindow one = new SlidingWindow(1, LENGTH);
        SlidingWindow.Call call = new SlidingWindow.Call(0);
        one.add(call);

        assertThat(one.delay(5 * LENGTH)).isPositive();
        call.taken(5 * LENGTH);
        assertThat(one.delay(5 * LENGTH + LENGTH / 2)).isEqualTo(LENGTH / 2);
        assertThat(one.idle(6 * LENGTH)).isTrue();
    }

    /** Whenever within a call Telegram takes the message, no second sees more than it allows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_span_ever_holds_more(long seed) {
        Random chance = new Random(seed);
        SlidingWindow any = new SlidingWindow(MOST, LENGTH);
        List<Long> taken = new ArrayList<>();
        long now = 0;
        for (int call = 0; call < 300; call++) {
            now += chance.nextInt(40);
            now += any.delay(now);
            long duration = chance.nextInt(200);
            SlidingWindow.Call one = new SlidingWindow.Call(now);
            any.add(one);
            one.taken(now + duration);
            taken.add(now + (duration == 0 ? 0 : chance.nextLong(duration)));
        }
        taken.sort(null);
        for (int last = MOST; last < taken.size(); last++) {
            assertThat(taken.get(last) - taken.get(last - MOST)).isGreaterThanOrEqualTo(LENGTH);
        }
    }

    private void pass(long begun, long taken) {
        SlidingWindow.Call call = new SlidingWindow.Call(begun);
        window.add(call);
        call.taken(taken);
    }
}
