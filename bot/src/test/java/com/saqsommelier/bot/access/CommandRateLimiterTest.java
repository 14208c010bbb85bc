package com.saqsommelier.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.access.CommandRateLimiter.Verdict;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandRateLimiterTest {

    private final AtomicLong nanos = new AtomicLong();
    private final CommandRateLimiter throttle = new CommandRateLimiter(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void whoever_asks_for_too_much_is_told_once_and_then_meets_silence_until_a_quarter_is_there_again() {
        assertThat(IntStream.range(0, CommandRateLimiter.AT_ONCE).mapToObj(n -> throttle.count(1)))
                .containsOnly(Verdict.PASS);
        assertThat(throttle.count(1)).isEqualTo(Verdict.SAY);
        later(Duration.ofSeconds(14));
        assertThat(throttle.count(1)).isEqualTo(Verdict.SILENCE);
        later(Duration.ofSeconds(2));
        assertThat(throttle.count(1)).isEqualTo(Verdict.PASS);
    }

    @Test
    void one_person_does_not_use_up_what_another_may_ask() {
        IntStream.rangeClosed(0, CommandRateLimiter.AT_ONCE).forEach(n -> throttle.count(1));

        assertThat(throttle.count(1)).isEqualTo(Verdict.SILENCE);
        assertThat(throttle.count(2)).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_steady_pace_is_never_too_much() {
        for (int n = 0; n < 200; n++) {
            assertThat(throttle.count(1)).isEqualTo(Verdict.PASS);
            later(Duration.ofMillis(1500));
        }
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
