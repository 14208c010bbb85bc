package com.saqsommelier.core.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    @ParameterizedTest(name = "at {2}, from {0} until {1}: {3}")
    @CsvSource(
            nullValues = "loud",
            value = {
                // An ordinary night in November: UTC-5.
                "22:00, 08:00, 2026-11-23T02:59:59Z, loud",
                "22:00, 08:00, 2026-11-23T03:00:00Z, 2026-11-23T13:00:00Z",
                "22:00, 08:00, 2026-11-23T05:00:00Z, 2026-11-23T13:00:00Z",
                "22:00, 08:00, 2026-11-23T12:59:59Z, 2026-11-23T13:00:00Z",
                "22:00, 08:00, 2026-11-23T13:00:00Z, loud",
                "13:00, 15:00, 2026-11-23T18:30:00Z, 2026-11-23T20:00:00Z",
                "13:00, 15:00, 2026-11-23T20:00:00Z, loud",
                // 8 March 2026, 2:00 becomes 3:00: the night is an hour shorter, and 2:30 is 3:30.
                "22:00, 08:00, 2026-03-08T04:00:00Z, 2026-03-08T12:00:00Z",
                "22:00, 02:30, 2026-03-08T06:59:00Z, 2026-03-08T07:30:00Z",
                "02:15, 08:00, 2026-03-08T06:59:59Z, loud",
                "02:15, 08:00, 2026-03-08T07:00:00Z, 2026-03-08T12:00:00Z",
                // 1 November 2026, 2:00 becomes 1:00: the night is an hour longer, and 1:30 comes twice.
                "22:00, 08:00, 2026-11-01T04:00:00Z, 2026-11-01T13:00:00Z",
                "22:00, 01:30, 2026-11-01T05:29:00Z, 2026-11-01T05:30:00Z",
                "22:00, 01:30, 2026-11-01T06:15:00Z, loud",
            })
    void end_when_the_persons_clock_says_so(LocalTime from, LocalTime until, Instant now, Instant end) {
        assertThat(new QuietHours(from, until).endAfter(now, MONTREAL)).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void hang_on_the_persons_own_clock() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
        Instant now = Instant.parse("2026-11-23T22:30:00Z");

        assertThat(night.endAfter(now, ZoneId.of("Europe/Paris"))).contains(Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(night.endAfter(now, MONTREAL)).isEmpty();
    }

    @Test
    void that_never_end_are_refused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).hasMessageContaining("never end");
    }
}
